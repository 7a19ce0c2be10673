import {
  constants,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const at = (...names: string[]) => path.join(folder, ...names)
await mkdir(at('inbox'))
await writeFile(at('new.txt'), 'new')
await writeFile(at('inbox', 'old.txt'), 'old')

await rename(at('new.txt'), at('inbox', 'new.txt'))
console.log(await readdir(folder), (await readdir(at('inbox'))).sort())

await rename(at('inbox', 'new.txt'), at('inbox', 'old.txt'))
console.log(await readdir(at('inbox')), await readFile(at('inbox', 'old.txt'), 'utf8'))

await rename(at('none'), at('some')).catch((err) => console.log(err.code))
await writeFile(at('other.txt'), '')
const { COPYFILE_EXCL } = constants
await copyFile(at('other.txt'), at('inbox', 'old.txt'), COPYFILE_EXCL).catch((err) =>
  console.log('a copy can be told not to replace:', err.code),
)
await rm(folder, { recursive: true })
