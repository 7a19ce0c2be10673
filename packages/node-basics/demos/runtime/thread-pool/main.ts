import { execFileSync } from 'node:child_process'

const code = `
  const { pbkdf2 } = require('node:crypto')
  const order = []
  const derive = (name, rounds) =>
    pbkdf2('tea', 'salt', rounds, 32, 'sha256', () => order.push(name))
  derive('long', 400_000)
  derive('short', 1)
  setTimeout(() => order.push('timer'), 1)
  process.on('exit', () => console.log(order.join()))`

for (const size of ['1', '4']) {
  const env = { ...process.env, NODE_OPTIONS: '', UV_THREADPOOL_SIZE: size }
  const order = execFileSync(process.execPath, ['-e', code], { env, encoding: 'utf8' }).trim()
  console.log('threads:', size)
  console.log(
    '  done first:',
    order.split(',').find((name) => name !== 'timer'),
  )
  console.log('  the loop was free meanwhile:', !order.endsWith('timer'))
}
