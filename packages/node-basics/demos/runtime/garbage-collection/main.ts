import { constants, PerformanceObserver } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

const kinds = { minor: 0, other: 0 }
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { kind } = (entry as unknown as { detail: { kind: number } }).detail
    if (kind === constants.NODE_PERFORMANCE_GC_MINOR) kinds.minor += 1
    else kinds.other += 1
  }
})
observer.observe({ entryTypes: ['gc'] })

const recent: { x: number; y: number[] }[] = []
for (let i = 0; i < 3_000_000; i += 1) recent[i % 100] = { x: i, y: [i] }
await setTimeout(50)
observer.disconnect()

console.log(recent.length)
console.log('minor collections:', kinds.minor > 0)
console.log('mostly minor:', kinds.minor > kinds.other)
