import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

const first = createServer().listen(0, '127.0.0.1')
await once(first, 'listening')
const { port } = first.address() as AddressInfo

const second = createServer().listen(port, '127.0.0.1')
const [taken] = await once(second, 'error')
console.log(taken.code, taken.syscall)

first.close()
await once(first, 'close')
const [refused] = await once(connect(port, '127.0.0.1'), 'error')
console.log(refused.code, refused.syscall)
