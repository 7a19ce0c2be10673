import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
await mkdir(path.join(folder, 'images'))
await writeFile(path.join(folder, 'images', 'tea.png'), '')
await writeFile(path.join(folder, 'index.html'), '')

console.log((await readdir(folder)).sort())

const entries = await readdir(folder, { withFileTypes: true })
for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
  console.log(entry.name, entry.isDirectory() ? 'folder' : 'file')
}

const all = await readdir(folder, { recursive: true })
console.log(all.map((name) => name.replaceAll(path.sep, '/')).sort())
await rm(folder, { recursive: true })
