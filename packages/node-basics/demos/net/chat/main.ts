import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

const members = new Map<Socket, string>()

const server = createServer((socket) => {
  const name = `guest ${members.size + 1}`
  members.set(socket, name)
  socket.on('error', () => {})
  socket.on('close', () => members.delete(socket))
  createInterface(socket).on('line', (line) => {
    for (const other of members.keys()) if (other !== socket) other.write(`${name}: ${line}\n`)
  })
  socket.write(`welcome, ${name}\n`)
}).listen(0, '127.0.0.1')
await once(server, 'listening')

async function join() {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const lines = createInterface(socket)[Symbol.asyncIterator]()
  const hear = async () => (await lines.next()).value
  console.log(await hear())
  return { say: (text: string) => socket.write(text), hear, leave: () => socket.end() }
}

const ada = await join()
const bob = await join()
ada.say('is there any ')
ada.say('tea?\n')
console.log('Bob hears', await bob.hear())
bob.say('green\n')
console.log('Ada hears', await ada.hear())
ada.leave()
bob.leave()
server.close()
