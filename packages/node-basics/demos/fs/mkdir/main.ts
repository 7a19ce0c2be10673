import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const show = (made: string | undefined) => (made === undefined ? made : path.relative(folder, made))

async function attempt(name: string, recursive: boolean): Promise<void> {
  try {
    console.log(name, recursive, '→', show(await mkdir(path.join(folder, name), { recursive })))
  } catch (err) {
    console.log(name, recursive, '→', (err as NodeJS.ErrnoException).code)
  }
}

await attempt('a', false)
await attempt('a', false)
await attempt('b/c/d', false)
await attempt('b/c/d', true)
await attempt('b/c/d', true)
await rm(folder, { recursive: true })
