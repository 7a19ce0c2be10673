import { spawn } from 'node:child_process'
import { once } from 'node:events'

const code = 'process.stdin.on("data", (d) => process.stdout.write(String(d).toUpperCase()))'
const child = spawn(process.execPath, ['-e', code])
console.log(child.pid === undefined ? 'not started' : 'started')

let output = ''
const order: string[] = []
child.stdout.on('data', (chunk) => {
  output += chunk
})
child.stdout.on('end', () => order.push('stdout ends'))
child.on('exit', () => order.push('exit'))
child.on('close', () => order.push('close'))

child.stdin.write('green ')
child.stdin.end('tea')
const [exitCode] = await once(child, 'close')
console.log(output, exitCode, '/ last:', order.at(-1))

const missing = spawn('no-such-program')
const [err] = await once(missing, 'error')
console.log(err.code, missing.pid)
