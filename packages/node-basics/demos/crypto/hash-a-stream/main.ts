import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'big')
await writeFile(file, Buffer.alloc(4 * 1024 * 1024, 'tea'))

const whole = createHash('sha256')
  .update(await readFile(file))
  .digest('hex')

let largest = 0
const hash = createHash('sha256')
const stream = createReadStream(file)
stream.on('data', (chunk) => {
  largest = Math.max(largest, chunk.length)
})
await pipeline(stream, hash)

console.log(whole === hash.digest('hex'), largest / 1024, 'KiB')
await rm(folder, { recursive: true })
