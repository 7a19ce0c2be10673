import { spawn } from 'node:child_process'
import { once } from 'node:events'

for (const mode of ['careless', 'graceful']) {
  const child = spawn(process.execPath, ['server.ts', mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8')
  const [port] = await once(child.stdout, 'data')

  const answer = fetch(`http://127.0.0.1:${port.trim()}`).then(
    (response) => response.text(),
    () => 'nothing',
  )
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  const [code, signal] = await once(child, 'exit')
  console.log(mode, '→ the client gets', await answer, '/ code', code, 'signal', signal)
}
