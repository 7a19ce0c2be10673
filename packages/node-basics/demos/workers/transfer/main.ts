import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'

const { port1, port2 } = new MessageChannel()

for (const transfer of [false, true]) {
  const bytes = new Uint8Array(8 * 1024 * 1024)
  port1.postMessage(bytes, transfer ? [bytes.buffer] : [])
  const [received] = await once(port2, 'message')
  console.log(transfer ? 'moved: ' : 'copied:', 'here', bytes.length, 'there', received.length)
}

try {
  port1.postMessage({ method() {} })
} catch (err) {
  console.log((err as Error).name)
}
port1.close()
