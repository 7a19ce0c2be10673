import { mkdtemp, opendir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
for (let i = 0; i < 40; i += 1) await writeFile(path.join(folder, `${i}.txt`), '')

let count = 0
const directory = await opendir(folder, { bufferSize: 8 })
for await (const entry of directory) {
  count += 1
  if (count === 1) console.log(entry.isFile(), /^\d+\.txt$/.test(entry.name))
}
console.log(count, 'entries')

await directory.close().catch((err: NodeJS.ErrnoException) => console.log(err.code))
await rm(folder, { recursive: true })
