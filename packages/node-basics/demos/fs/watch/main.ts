import { once } from 'node:events'
import { watch } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const watcher = watch(folder)
const events: string[] = []
watcher.on('change', (event, name) => events.push(`${event} ${name}`))
await setTimeout(50)

const [[event, name]] = await Promise.all([
  once(watcher, 'change'),
  writeFile(path.join(folder, 'tea.txt'), 'green'),
])
console.log(['rename', 'change'].includes(event), name)

await setTimeout(50)
console.log(
  'at least one event:',
  events.length >= 1,
  '/ all of tea.txt:',
  events.every((one) => one.endsWith('tea.txt')),
)
console.log(await readFile(path.join(folder, 'tea.txt'), 'utf8'))

watcher.close()
await rm(folder, { recursive: true })
