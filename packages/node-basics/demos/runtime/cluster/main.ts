import cluster from 'node:cluster'
import { once } from 'node:events'
import { createServer } from 'node:http'

if (cluster.isPrimary) await primary()
else work()

function work(): void {
  const server = createServer((req, res) => {
    res.setHeader('connection', 'close').end(`worker ${cluster.worker?.id}`)
    if (req.url === '/crash') res.on('finish', () => process.exit(1))
  })
  server.listen(0, '127.0.0.1')
}

async function primary(): Promise<void> {
  const ports: number[] = []
  cluster.on('listening', (_worker, { port }) => ports.push(port))
  await Promise.all([cluster.fork(), cluster.fork()].map((worker) => once(worker, 'listening')))
  const url = `http://127.0.0.1:${ports[0]}`
  const ask = async (path: string) => (await fetch(url + path)).text()

  console.log('one port for both:', ports[0] === ports[1])
  const answers = [await ask('/'), await ask('/'), await ask('/'), await ask('/')]
  console.log(answers.sort().join(', '))

  const [[dead, code]] = await Promise.all([once(cluster, 'exit'), ask('/crash')])
  console.log('a worker died with code', code, '- known:', [1, 2].includes(dead.id))
  const again = cluster.fork()
  await once(again, 'listening')
  console.log(
    'replaced by worker',
    again.id,
    '- workers:',
    Object.keys(cluster.workers ?? {}).length,
  )
  cluster.disconnect()
}
