import { spawn } from 'node:child_process'
import { once } from 'node:events'

const child = spawn(process.execPath, ['server.ts'], { stdio: ['ignore', 'pipe', 'pipe'] })
let complaint = ''
child.stderr.on('data', (chunk) => {
  complaint += chunk
})
const [port] = await once(child.stdout.setEncoding('utf8'), 'data')

for (const path of ['/', '/broken', '/']) {
  const answer = await fetch(`http://127.0.0.1:${port.trim()}${path}`).then(
    (response) => response.text(),
    (err: Error) => `${err.name}: no answer`,
  )
  console.log(path, '→', answer)
}
if (child.exitCode === null) await once(child, 'exit')
console.log('exit code', child.exitCode)
console.log(complaint.split('\n').find((line) => line.startsWith('TypeError')))
