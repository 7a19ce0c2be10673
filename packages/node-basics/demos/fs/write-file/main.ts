import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'tea.txt')

await writeFile(file, 'abcdefghij')
await writeFile(file, 'tea')
console.log(await readFile(file, 'utf8'))

await writeFile(file, 'other', { flag: 'wx' }).catch((err) => console.log(err.code))

await writeFile(`${file}.new`, 'replaced as a whole')
await rename(`${file}.new`, file)
console.log(await readFile(file, 'utf8'))

await writeFile(
  file,
  [1, 2].map((n) => `line ${n}\n`),
)
console.log(await readFile(file, 'utf8'))
await rm(folder, { recursive: true })
