/**
 * Step 1: an app is a stack of functions.
 *
 * One index for the whole request. `next()` calls the function that follows, there and then, and returns nothing.
 *
 * @module
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Goes on to the function that follows. */
export type Next = () => void

/** What a user writes. It answers through `res`, or calls `next`. */
export type Handler = (req: IncomingMessage, res: ServerResponse, next: Next) => void

/** A request listener, so that `http.createServer(app)` works as well as `app.listen`. */
export interface Application {
  (req: IncomingMessage, res: ServerResponse): void
  use(...handlers: Handler[]): Application
  listen(port: number, host?: string): Server
}

// #region stack
/** Makes an app. */
export function express(): Application {
  const stack: Handler[] = []

  function app(req: IncomingMessage, res: ServerResponse): void {
    let index = 0
    next()

    function next(): void {
      const handler = stack[index++] ?? notFound
      handler(req, res, next)
    }
  }
  app.use = (...handlers: Handler[]): Application => {
    stack.push(...handlers)
    return app
  }
  app.listen = (port: number, host?: string): Server => createServer(app).listen(port, host)
  return app
}
// #endregion stack

/** The end of the stack: nobody has answered, unless somebody has, and called `next` all the same. */
function notFound(req: IncomingMessage, res: ServerResponse): void {
  if (res.headersSent) return
  res.statusCode = 404
  res.end(`Cannot ${req.method} ${req.url}\n`)
}
