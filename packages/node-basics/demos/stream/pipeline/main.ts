import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'lines.gz')

await pipeline(
  Readable.from(['green tea\n', 'black tea\n']),
  async function* shout(lines: AsyncIterable<string>) {
    for await (const line of lines) yield line.toUpperCase()
  },
  createGzip(),
  createWriteStream(file),
)

const bytes = await readFile(file)
console.log('gzip begins with', bytes.subarray(0, 2))
console.log(await text(createReadStream(file).pipe(createGunzip())))
await rm(folder, { recursive: true })
