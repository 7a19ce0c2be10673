/** A Koa that somebody wrote in an evening. It does not wait for its stack: wrong on purpose. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

interface Context {
  req: IncomingMessage
  res: ServerResponse
  path: string
  body?: string
}
type Middleware = (ctx: Context, next: () => unknown) => unknown

export default class WrongKoa {
  readonly #stack: Middleware[] = []

  use(fn: Middleware): this {
    this.#stack.push(fn)
    return this
  }

  listen(port: number, host: string): Server {
    return createServer((req, res) => this.#handle(req, res)).listen(port, host)
  }

  #handle(req: IncomingMessage, res: ServerResponse): void {
    const ctx: Context = { req, res, path: req.url ?? '/' }
    const dispatch = (at: number): unknown => this.#stack[at]?.(ctx, () => dispatch(at + 1))
    dispatch(0)
    res.statusCode = ctx.body === undefined ? 404 : 200
    res.setHeader('Content-Type', 'text/plain; charset=utf-8')
    res.end(ctx.body ?? 'Not Found')
  }
}
