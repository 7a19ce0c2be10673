import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from '../method/serve.ts'

type Params = Record<string, string>
type Handler = (req: IncomingMessage, res: ServerResponse, params: Params) => void

class Router {
  #routes: { method: string; pattern: RegExp; handler: Handler }[] = []

  on(method: string, path: string, handler: Handler): this {
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`)
    this.#routes.push({ method, pattern, handler })
    return this
  }

  handle = (req: IncomingMessage, res: ServerResponse): void => {
    const { pathname } = new URL(req.url ?? '/', 'http://localhost')
    for (const { method, pattern, handler } of this.#routes) {
      const match = method === req.method && pattern.exec(pathname)
      if (match) return handler(req, res, { ...match.groups })
    }
    res.writeHead(404).end('no route')
  }
}

const router = new Router()
  .on('GET', '/tea/new', (_req, res) => res.end('a form'))
  .on('GET', '/tea/:id', (_req, res, { id }) => res.end(`tea ${id}`))
  .on('GET', '/tea/:id/cups/:cup', (_req, res, params) => res.end(JSON.stringify(params)))

const { url, close } = await serve(router.handle)
for (const path of ['/tea/new', '/tea/42', '/tea/42/cups/3?hot', '/tea', '/tea/42/']) {
  const response = await fetch(url + path)
  console.log(path, response.status, await response.text())
}
console.log('DELETE', (await fetch(`${url}/tea/42`, { method: 'DELETE' })).status)
await close()
