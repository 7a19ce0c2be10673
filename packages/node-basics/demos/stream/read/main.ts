import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'data')
await writeFile(file, Buffer.alloc(150_000))

const stream = createReadStream(file)
stream
  .on('open', () => console.log('open'))
  .on('data', (chunk) => console.log('data', chunk.length))
  .on('end', () => console.log('end'))
  .on('close', async () => {
    console.log('close, bytes read:', stream.bytesRead)
    await rm(folder, { recursive: true })
  })
