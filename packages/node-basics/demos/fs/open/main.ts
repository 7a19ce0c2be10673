import { type FileHandle, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'tea.txt')

for (const flag of ['r', 'r+', 'w', 'a', 'wx']) {
  await writeFile(file, 'green')
  let handle: FileHandle | undefined
  try {
    handle = await open(file, flag)
    await handle.write('T', 0)
    console.log(flag.padEnd(3), await readFile(file, 'utf8'))
  } catch (err) {
    console.log(flag.padEnd(3), (err as NodeJS.ErrnoException).syscall, 'refused')
  } finally {
    await handle?.close()
  }
}
await rm(folder, { recursive: true })
