import { EventEmitter, on } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'

const user = new AbortController()
const signal = AbortSignal.any([user.signal, AbortSignal.timeout(60_000)])
signal.addEventListener('abort', () => console.log('told:', signal.reason.message))

async function count(): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    await setImmediate()
  }
}

async function listen(): Promise<void> {
  for await (const _ of on(new EventEmitter(), 'never', { signal }));
}

const work = [count(), listen(), setTimeout(60_000, undefined, { signal })]
await setTimeout(10)
user.abort(new Error('the user left'))

for (const result of await Promise.allSettled(work)) {
  const { reason } = result as PromiseRejectedResult
  console.log(reason.name, '/', reason.cause?.message ?? reason.message)
}
