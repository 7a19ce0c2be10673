/**
 * Step 0: an app is an object that makes a request listener.
 *
 * A handler gets one thing, the context, and Koa answers when the handler's promise has settled.
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

/** What a handler gets: so far no more than Node's two messages. */
export interface Context {
  req: IncomingMessage
  res: ServerResponse
}

/** What a user writes. It is awaited. */
export type Middleware = (ctx: Context) => unknown

/** An app. */
export class Koa {
  #middleware: Middleware = () => {}

  use(fn: Middleware): this {
    this.#middleware = fn
    return this
  }

  /** The listener for Node's server. */
  callback(): RequestListener {
    return async (req, res) => {
      // Nobody has answered yet.
      res.statusCode = 404
      await this.#middleware({ req, res })
      if (!res.writableEnded) res.end('Not Found')
    }
  }

  listen(port: number, host?: string): Server {
    return createServer(this.callback()).listen(port, host)
  }
}
