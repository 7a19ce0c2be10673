/**
 * Step 5: the context speaks for its request and its response. Nothing changes here.
 *
 * @module
 */
import { EventEmitter } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { compose, type Middleware } from '../1-compose/compose.ts'
import { type Request, request } from '../2-context/request.ts'
import { respond } from '../3-respond/respond.ts'
import { type Response, response } from '../3-respond/response.ts'
import { type Context, context, type HttpError } from './context.ts'

/** An app. Emits `error` with the error and its context; without a listener it prints the error itself. */
export class Koa extends EventEmitter {
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
    if (this.listenerCount('error') === 0) this.on('error', this.onerror)
    return (req, res) => {
      const ctx = this.createContext(req, res)
      // Nobody has answered yet.
      res.statusCode = 404
      run(ctx)
        .then(() => respond(ctx))
        .catch((err) => ctx.onerror(err))
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

  /** Prints an error, unless the client was told of it. */
  onerror(err: HttpError): void {
    if (err.expose || err.status === 404) return
    console.error(`\n${(err.stack ?? String(err)).replace(/^/gm, '  ')}\n`)
  }

  listen(port: number, host?: string): Server {
    return createServer(this.callback()).listen(port, host)
  }
}
