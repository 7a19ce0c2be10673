import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from '../method/serve.ts'

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => Promise<void>) => unknown

function compose(stack: readonly Middleware[]) {
  return (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const dispatch = async (at: number): Promise<void> => {
      const current = stack[at]
      if (current) await current(req, res, () => dispatch(at + 1))
      else res.writeHead(404).end('nobody answered')
    }
    return dispatch(0)
  }
}

const log: Middleware = async (req, res, next) => {
  console.log('→', req.url)
  await next()
  console.log('←', req.url, res.statusCode)
}
const guard: Middleware = (req, res, next) =>
  req.url === '/secret' ? res.writeHead(403).end('no') : next()
const tea: Middleware = (req, res, next) => (req.url === '/tea' ? res.end('tea') : next())

const { url, close } = await serve(compose([log, guard, tea]))
for (const path of ['/tea', '/secret', '/coffee']) {
  const response = await fetch(url + path)
  console.log(response.status, await response.text())
}
await close()
