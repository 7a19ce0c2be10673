/**
 * Step 2: errors walk the same stack.
 *
 * `next(err)` goes on with an error: functions with four parameters take it, all others are passed over. What a
 * function throws, and what its promise is rejected with, goes the same way.
 *
 * @module
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { finalHandler } from './final-handler.ts'
import { type AnyHandler, call, type ErrorHandler, type Handler } from './handler.ts'

/** A request listener, so that `http.createServer(app)` works as well as `app.listen`. */
export interface Application {
  (req: IncomingMessage, res: ServerResponse): void
  use(...handlers: Handler[]): Application
  use(...handlers: ErrorHandler[]): Application
  listen(port: number, host?: string): Server
}

/** Makes an app. */
export function express(): Application {
  const stack: AnyHandler[] = []

  function app(req: IncomingMessage, res: ServerResponse): void {
    let index = 0
    next()

    function next(err?: unknown): void {
      const handler = stack[index++]
      if (handler) call(handler, err, req, res, next)
      else finalHandler(err, req, res)
    }
  }
  app.use = (...handlers: AnyHandler[]): Application => {
    stack.push(...handlers)
    return app
  }
  app.listen = (port: number, host?: string): Server => createServer(app).listen(port, host)
  return app
}
