import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))

async function ask(file: string): Promise<string> {
  if (existsSync(file)) return 'found'
  await setImmediate()
  await writeFile(file, '')
  return 'created'
}

async function act(file: string): Promise<string> {
  try {
    await writeFile(file, '', { flag: 'wx' })
    return 'created'
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'EEXIST') throw err
    return 'found'
  }
}

for (const create of [ask, act]) {
  const file = path.join(folder, create.name)
  console.log(create.name, (await Promise.all([create(file), create(file)])).sort())
}
await rm(folder, { recursive: true })
