import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'alphabet')
await writeFile(file, 'abcdefghijklmnopqrstuvwxyz')

const handle = await open(file, 'r+')
const buffer = Buffer.alloc(4)

await handle.read(buffer, 0, 4, 10)
console.log(buffer.toString())

const { bytesRead } = await handle.read(buffer, 0, 4, 24)
console.log(bytesRead, buffer.toString(), buffer.toString('utf8', 0, bytesRead))

await handle.write('MN', 12)
await handle.read(buffer, 0, 2, null)
await handle.read(buffer, 2, 2, null)
console.log(buffer.toString())
await handle.close()

console.log(await readFile(file, 'utf8'))
await rm(folder, { recursive: true })
