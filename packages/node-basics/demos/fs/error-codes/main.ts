import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'tea.txt')
await writeFile(file, '')

const mistakes: [string, () => Promise<unknown>][] = [
  ['read what is not there', () => readFile(path.join(folder, 'none'))],
  ['read a folder', () => readFile(folder)],
  ['list a file', () => readdir(file)],
  ['make what exists', () => mkdir(folder)],
  ['rmdir what is full', () => rmdir(folder)],
]
for (const [title, make] of mistakes) {
  await make().catch(({ code, syscall }) => console.log(title.padEnd(23), code, syscall))
}
await rm(folder, { recursive: true })
