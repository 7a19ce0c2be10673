/**
 * Step 0: an app is a function that answers requests.
 *
 * Node calls one function for every request. `express()` makes that function; `use` says what it shall do.
 *
 * @module
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** What a user writes. It answers through `res`; what it returns is nobody's business. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => void

/** A request listener, so that `http.createServer(app)` works as well as `app.listen`. */
export interface Application {
  (req: IncomingMessage, res: ServerResponse): void
  use(handler: Handler): Application
  listen(port: number, host?: string): Server
}

/** Makes an app. */
export function express(): Application {
  let handler: Handler = notFound

  function app(req: IncomingMessage, res: ServerResponse): void {
    handler(req, res)
  }
  app.use = (fn: Handler): Application => {
    handler = fn
    return app
  }
  app.listen = (port: number, host?: string): Server => createServer(app).listen(port, host)
  return app
}

function notFound(req: IncomingMessage, res: ServerResponse): void {
  res.statusCode = 404
  res.end(`Cannot ${req.method} ${req.url}\n`)
}
