import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(place)
    else if (entry.isFile()) yield place
  }
}

const root = await mkdtemp(path.join(tmpdir(), 'demo-'))
await mkdir(path.join(root, 'b', 'deep'), { recursive: true })
for (const name of ['a.txt', 'b/one.txt', 'b/deep/two.txt', 'c.txt']) {
  await writeFile(path.join(root, name), '')
}
await symlink(root, path.join(root, 'b', 'back'), 'junction')

for await (const file of walk(root)) console.log(path.relative(root, file).replaceAll('\\', '/'))
await rm(root, { recursive: true })
