import { setTimeout } from 'node:timers/promises'

async function mapLimited<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [at, item] of queue) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}

let running = 0
let most = 0

async function download(n: number): Promise<number> {
  running += 1
  most = Math.max(most, running)
  await setTimeout(n % 3)
  running -= 1
  return n * 10
}

console.log(await mapLimited([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3, download))
console.log('at most', most)
