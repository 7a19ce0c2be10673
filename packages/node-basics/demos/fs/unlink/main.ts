import { existsSync } from 'node:fs'
import { open, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const file = path.join(tmpdir(), `demo-${process.pid}.txt`)
await writeFile(file, 'still here')

const handle = await open(file)
await unlink(file)
console.log('exists:', existsSync(file), '/ read:', await handle.readFile('utf8'))
await handle.close()

await unlink(file).catch((err: NodeJS.ErrnoException) => console.log(err.code))
await rm(file, { force: true })
console.log('rm with force is content')
