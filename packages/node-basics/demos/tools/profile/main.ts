import { type Profiler, Session } from 'node:inspector/promises'

function quick(): number {
  return Math.sqrt(2)
}

function slow(): number {
  let sum = 0
  for (let i = 0; i < 2_000_000; i += 1) sum += Math.sqrt(i) % 3
  return sum
}

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: 200 })
await session.post('Profiler.start')

const until = performance.now() + 200
while (performance.now() < until) {
  quick()
  slow()
}

const { profile } = await session.post('Profiler.stop')
session.disconnect()

const hits = (name: string) =>
  profile.nodes
    .filter(({ callFrame }: Profiler.ProfileNode) => callFrame.functionName === name)
    .reduce((sum, { hitCount = 0 }) => sum + hitCount, 0)

const all = profile.nodes.reduce((sum, { hitCount = 0 }) => sum + hitCount, 0)
console.log('slow() was seen most of the time:', hits('slow') > all / 2)
console.log('quick() hardly ever:', hits('quick') < all / 10)
