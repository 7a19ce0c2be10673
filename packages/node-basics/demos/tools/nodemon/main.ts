import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const inFolder = (name: string) => path.join(folder, name)
await writeFile(inFolder('app.cjs'), `console.log('started'); setInterval(() => {}, 1000)`)
await writeFile(inFolder('tea.json'), '1')

const nodemon = createRequire(import.meta.url).resolve('nodemon/bin/nodemon.js')
const args = [nodemon, '--quiet', '--watch', '.', '--ext', 'cjs,json', 'app.cjs']
const env = { ...process.env, NODE_OPTIONS: '' }
const watching = spawn(process.execPath, args, { cwd: folder, env })

let starts = 0
for await (const line of createInterface(watching.stdout)) {
  console.log(line)
  starts += 1
  if (starts === 2) break
  await setTimeout(500)
  await writeFile(inFolder('note.txt'), 'not watched')
  await setTimeout(500)
  console.log('after a .txt, starts:', starts)
  await writeFile(inFolder('tea.json'), '2')
}
console.log('after a .json, starts:', starts)
watching.kill('SIGINT')
await once(watching, 'exit')
await rm(folder, { recursive: true })
