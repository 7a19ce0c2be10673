import { setTimeout } from 'node:timers/promises'

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function compute(): Promise<number> {
  let sum = 0
  for (let i = 0; i < 30_000_000; i += 1) sum += i % 7
  return sum
}

const times = (count: number, work: () => Promise<unknown>) => () =>
  Promise.all(Array.from({ length: count }, work))

await compute()
const oneWait = await time(times(1, () => setTimeout(50)))
const twentyWaits = await time(times(20, () => setTimeout(50)))
const oneSum = await time(times(1, compute))
const fourSums = await time(times(4, compute))

console.log('20 waits take less than 3:', twentyWaits < oneWait * 3)
console.log('4 computations take more than 2:', fourSums > oneSum * 2)
