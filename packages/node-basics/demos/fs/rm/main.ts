import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
await writeFile(path.join(folder, 'tea.txt'), '')
await mkdir(path.join(folder, 'empty'))

const ways: [string, (path: string) => Promise<void>][] = [
  ['rmdir', rmdir],
  ['rm', rm],
  ['rm, force', (folder) => rm(folder, { force: true })],
  ['rm, recursive', (folder) => rm(folder, { recursive: true })],
]

await rmdir(path.join(folder, 'empty'))
for (const [title, remove] of ways) {
  await remove(folder).catch(() => {})
  console.log(title.padEnd(13), existsSync(folder) ? 'refused' : 'removed')
}
