import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'

function compute(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

const server = createServer(async (req, res) => {
  if (req.url === '/slow') compute(200)
  if (req.url === '/pieces') {
    for (let i = 0; i < 100; i += 1) {
      compute(2)
      await setImmediate()
    }
  }
  res.end()
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const done: string[] = []
const ask = async (path: string) => {
  await fetch(`http://127.0.0.1:${port}${path}`).then((response) => response.text())
  done.push(path)
}

await ask('/warm-up')
for (const path of ['/slow', '/pieces']) {
  done.length = 0
  const working = ask(path)
  await once(server, 'request')
  await Promise.all([working, ask('/quick')])
  console.log('done first:', done[0])
}
server.close()
