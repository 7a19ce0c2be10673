import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'

const SIZE = 20 * 1024 * 1024
const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'big')
await writeFile(file, Buffer.alloc(SIZE))

let held = 0
const server = createServer(async (req, res) => {
  if (req.url === '/whole') {
    res.end(await readFile(file))
    held = res.writableLength
  } else {
    const stream = createReadStream(file)
    const copied = pipeline(stream, res)
    await setTimeout(100)
    held = stream.readableLength + res.writableLength
    await copied
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')

for (const url of ['/whole', '/stream']) {
  const { port } = server.address() as AddressInfo
  const [res] = (await once(get({ port, path: url, agent: false }), 'response')) as [
    IncomingMessage,
  ]
  await setTimeout(200)
  let bytes = 0
  for await (const chunk of res) bytes += chunk.length
  console.log(url, bytes === SIZE, 'held more than 5 MB:', held > 5 * 1024 * 1024)
}
server.close()
await rm(folder, { recursive: true })
