import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { withPm2 } from './pm2.ts'

await withPm2(async ({ pm2, list, until, home }) => {
  const app = path.join(import.meta.dirname, 'app.cjs')
  await pm2('start', app, '--name', 'tea')
  const [started] = await list()
  console.log('started:', started?.name, started?.status, 'restarts:', started?.restarts)

  await pm2('sendSignal', 'SIGUSR2', 'tea')
  const restarted = await until((found) => found.restarts === 1 && found.status === 'online')
  console.log('crashed:', restarted.status, 'restarts:', restarted.restarts)
  console.log('another process:', restarted.pid !== started?.pid)

  const logs = path.join(home, 'logs')
  console.log(
    'log files:',
    (await readdir(logs)).filter((name) => name.startsWith('tea')),
  )
  const out = await readFile(path.join(logs, 'tea-out.log'), 'utf8')
  console.log('the log:', out.trim().split('\n').slice(0, 2))

  await pm2('stop', 'tea')
  const [stopped] = await list()
  console.log('stopped:', stopped?.status, 'has a process:', stopped?.pid !== 0)
})
