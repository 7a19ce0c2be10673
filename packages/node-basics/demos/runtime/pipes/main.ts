import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const node = (code: string) =>
  spawn(process.execPath, ['-e', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })

const count = node(`
  process.stdout.on('error', (err) => process.exit(err.code === 'EPIPE' ? 3 : 4))
  let n = 0
  const more = () => {
    for (let i = 0; i < 100; i += 1) {
      if (!process.stdout.write(++n + '\\n')) return process.stdout.once('drain', more)
    }
    setImmediate(more)
  }
  more()`)
const square = node(`
  process.stdout.on('error', () => process.exit(0))
  require('readline').createInterface(process.stdin).on('line', (n) => console.log(n * n))`)

count.stdout.pipe(square.stdin)
square.stdin.on('error', () => {})
square.on('exit', () => count.stdout.destroy())

let taken = 0
for await (const line of createInterface(square.stdout)) {
  console.log(line)
  taken += 1
  if (taken === 3) break
}
square.stdout.destroy()
const [[code]] = await Promise.all([once(count, 'exit'), once(square, 'exit')])
console.log('the first one ended at a broken pipe:', code === 3)
