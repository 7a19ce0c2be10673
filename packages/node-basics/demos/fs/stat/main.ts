import { chmod, lstat, mkdtemp, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'tea.txt')
const link = path.join(folder, 'link')
await writeFile(file, '绿茶')
await symlink('tea.txt', link)
await chmod(file, 0o640)

const { size, mode, mtimeMs } = await stat(file)
console.log(size, (mode & 0o777).toString(8), Math.abs(Date.now() - mtimeMs) < 60_000)
console.log('folder:', (await stat(folder)).isDirectory())
console.log('stat of the link: ', (await stat(link)).isFile(), (await stat(link)).size)
console.log('lstat of the link:', (await lstat(link)).isSymbolicLink(), await readlink(link))
await rm(folder, { recursive: true })
