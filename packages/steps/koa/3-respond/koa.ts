/**
 * Step 3: the answer is a value until everybody has seen it.
 *
 * @module
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { compose, type Middleware } from '../1-compose/compose.ts'
import { type Request, request } from '../2-context/request.ts'
import { type Context, context } from './context.ts'
import { respond } from './respond.ts'
import { type Response, response } from './response.ts'

/** An app. */
export class Koa {
  readonly middleware: Middleware<Context>[] = []
  /** What every context of this app inherits. */
  readonly context: Context & Record<string, unknown> = Object.create(context)
  readonly request: Request = Object.create(request)
  readonly response: Response = Object.create(response)

  use(fn: Middleware<Context>): this {
    this.middleware.push(fn)
    return this
  }

  /** The listener for Node's server. */
  callback(): RequestListener {
    const run = compose(this.middleware)
    return async (req, res) => {
      const ctx = this.createContext(req, res)
      // Nobody has answered yet.
      res.statusCode = 404
      await run(ctx)
      respond(ctx)
    }
  }

  createContext(req: IncomingMessage, res: ServerResponse): Context {
    const ctx: Context = Object.create(this.context)
    ctx.app = this
    ctx.req = req
    ctx.res = res
    ctx.request = Object.assign(Object.create(this.request), { ctx, req })
    ctx.response = Object.assign(Object.create(this.response), { ctx, res })
    ctx.state = {}
    return ctx
  }

  listen(port: number, host?: string): Server {
    return createServer(this.callback()).listen(port, host)
  }
}
