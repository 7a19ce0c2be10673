import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'tea.json')
await writeFile(file, '\uFEFF{ "茶": 3 }')

console.log(await readFile(file))
const text = await readFile(file, 'utf8')
console.log(text.length, text.charCodeAt(0).toString(16), JSON.parse(text.replace(/^\uFEFF/, '')))

for (const name of [folder, path.join(folder, 'none')]) {
  await readFile(name).catch((err: NodeJS.ErrnoException) => console.log(err.code, err.syscall))
}
await rm(folder, { recursive: true })
