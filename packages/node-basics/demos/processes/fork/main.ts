import { fork } from 'node:child_process'
import { once } from 'node:events'

const file = new URL('./echo.ts', import.meta.url)

for (const serialization of ['json', 'advanced'] as const) {
  const child = fork(file, { serialization })
  child.send({ date: new Date(0), nothing: undefined, map: new Map([['tea', 3]]) })
  const [message] = await once(child, 'message')
  console.log(serialization, message)
  child.disconnect()
  await once(child, 'exit')
}
