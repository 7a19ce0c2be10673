/**
 * Step 1: an app is a stack of middleware.
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
import { compose, type Middleware } from './compose.ts'

/** What a middleware gets: so far no more than Node's two messages. */
export interface Context {
  req: IncomingMessage
  res: ServerResponse
}

/** An app. */
export class Koa {
  readonly middleware: Middleware<Context>[] = []

  use(fn: Middleware<Context>): this {
    this.middleware.push(fn)
    return this
  }

  /** The listener for Node's server. */
  callback(): RequestListener {
    const run = compose(this.middleware)
    return async (req, res) => {
      // Nobody has answered yet.
      res.statusCode = 404
      await run({ req, res })
      if (!res.writableEnded) res.end('Not Found')
    }
  }

  listen(port: number, host?: string): Server {
    return createServer(this.callback()).listen(port, host)
  }
}
