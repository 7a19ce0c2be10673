import { createHook, executionAsyncId } from 'node:async_hooks'

const names = new Map<number, string>([[executionAsyncId(), 'main']])
const events: string[] = []

const hook = createHook({
  init(id, type, triggerId) {
    if (type !== 'Timeout') return
    names.set(id, `timer ${names.size}`)
    events.push(`${names.get(id)} started by ${names.get(triggerId)}`)
  },
  before: (id) => names.has(id) && events.push(`${names.get(id)} begins`),
  after: (id) => names.has(id) && events.push(`${names.get(id)} ends`),
}).enable()

setTimeout(() => {
  setTimeout(() => {
    hook.disable()
    setImmediate(() => console.log(events.join('\n')))
  }, 1)
}, 1)
