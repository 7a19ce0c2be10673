import { setTimeout } from 'node:timers/promises'

async function slow(signal?: AbortSignal): Promise<string> {
  await setTimeout(60, undefined, signal ? { signal } : {})
  console.log('  the work was done to its end')
  return 'tea'
}

console.log('race')
const late = setTimeout(10).then(() => Promise.reject(new Error('too late')))
await Promise.race([slow(), late]).catch((err: Error) => console.log(' ', err.message))
await setTimeout(80)

console.log('signal')
const keepAlive = setTimeout(100)
await slow(AbortSignal.timeout(10)).catch((err: Error) =>
  console.log(' ', err.name, '/', (err.cause as Error).name),
)
await keepAlive
