import { getHeapStatistics } from 'node:v8'

const MB = 2 ** 20

function used(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / MB
}

const before = used()
let kept: { n: number }[] | undefined = Array.from({ length: 1_000_000 }, (_, n) => ({ n }))
const during = used()
console.log('objects:', kept.length, 'cost more than 15 MB:', during - before > 15)

kept = undefined
const after = used()
console.log('given back:', during - after > 15)

const { rss, heapTotal, heapUsed } = process.memoryUsage()
console.log('rss > heapTotal > heapUsed:', rss > heapTotal && heapTotal > heapUsed)
const { heap_size_limit: limit, total_available_size: available } = getHeapStatistics()
console.log('below the limit:', heapTotal < limit, available > 0)
