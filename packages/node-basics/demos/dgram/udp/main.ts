import { createSocket } from 'node:dgram'
import { once } from 'node:events'

const receiver = createSocket('udp4')
const received: string[] = []
receiver.on('message', (message, from) => {
  received.push(message.toString())
  receiver.send(`got ${message}`, from.port, from.address)
})
receiver.bind(0, '127.0.0.1')
await once(receiver, 'listening')

const sender = createSocket('udp4')
for (const tea of ['green', 'black', 'white']) {
  sender.send(tea, receiver.address().port, '127.0.0.1')
  console.log(String((await once(sender, 'message'))[0]))
}
console.log(received)

sender.send(Buffer.alloc(70_000), receiver.address().port, '127.0.0.1', (err) => {
  console.log((err as NodeJS.ErrnoException | null)?.code)
  sender.close()
  receiver.close()
})
