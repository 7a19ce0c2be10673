import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout } from 'node:timers/promises'

const requests = new AsyncLocalStorage<{ id: string }>()

function log(message: string): void {
  console.log(`[${requests.getStore()?.id ?? 'none'}] ${message}`)
}

async function handle(delay: number): Promise<void> {
  log('begins')
  await setTimeout(delay)
  log('is done')
}

const both = [
  requests.run({ id: 'A' }, () => handle(40)),
  requests.run({ id: 'B' }, () => handle(10)),
]
log('outside')
await Promise.all(both)
