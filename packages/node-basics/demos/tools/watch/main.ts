import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'app.cjs')
const program = (tea: string) => `console.log('app: ${tea}'); setInterval(() => {}, 1000)`
await writeFile(file, program('green'))

const env = { ...process.env, NODE_OPTIONS: '' }
const watching = spawn(process.execPath, ['--no-warnings', '--watch', file], { env })
for await (const line of createInterface(watching.stdout)) {
  const said = /app: (\w+)/.exec(line)?.[0]
  if (said) console.log(said)
  if (said === 'app: black') break
  if (said === 'app: green') {
    await setTimeout(300)
    console.log('the file is changed')
    await writeFile(file, program('black'))
  }
}
watching.kill()
await once(watching, 'exit')
await rm(folder, { recursive: true })
