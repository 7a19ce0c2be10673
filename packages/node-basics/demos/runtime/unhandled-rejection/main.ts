import { spawnSync } from 'node:child_process'

const late = `
  const failing = Promise.reject(new Error('nobody listens'))
  setTimeout(() => failing.catch(() => console.log('handled, late')), 10)`
const early = `
  const failing = Promise.reject(new Error('somebody listens'))
  queueMicrotask(() => failing.catch(() => console.log('handled, in time')))`

function run(title: string, code: string, ...flags: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  console.log(title, '→ code', status, stdout.trim(), stderr ? 'and a complaint' : '')
}

run('early', early)
run('late', late)
run('late, only warned', late, '--unhandled-rejections=warn')
