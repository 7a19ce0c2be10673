/**
 * Step 3: a function has a path and a method.
 *
 * The stack holds layers. `next()` looks for the following one that fits the request.
 *
 * @module
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { finalHandler } from '../2-errors/final-handler.ts'
import { type AnyHandler, call, type ErrorHandler, type Handler } from '../2-errors/handler.ts'

/** The methods by which a path is given handlers. Node knows some thirty more. */
const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const

type Verb = (typeof VERBS)[number]

/** A request listener, so that `http.createServer(app)` works as well as `app.listen`. */
export interface Application
  extends Record<Verb, (path: string, ...handlers: Handler[]) => Application> {
  (req: IncomingMessage, res: ServerResponse): void
  /** For every method, and for every path that begins with `path`. */
  use(path: string, ...handlers: Handler[]): Application
  use(...handlers: Handler[]): Application
  use(...handlers: ErrorHandler[]): Application
  listen(port: number, host?: string): Server
}

// #region layer
/** A function, and the requests that it is for. */
interface Layer {
  handler: AnyHandler
  fits(req: IncomingMessage): boolean
}
// #endregion layer

/** Makes an app. */
export function express(): Application {
  const stack: Layer[] = []

  // #region walk
  const app = ((req, res) => {
    let index = 0
    next()

    function next(err?: unknown): void {
      const layer = stack[index++]
      if (!layer) finalHandler(err, req, res)
      else if (layer.fits(req)) call(layer.handler, err, req, res, next)
      else next(err)
    }
  }) as Application
  // #endregion walk

  app.use = (...args: (string | AnyHandler)[]) => {
    const [path, handlers] = withPath(args)
    for (const handler of handlers) stack.push({ handler, fits: (req) => isBelow(path, req) })
    return app
  }
  for (const verb of VERBS) {
    app[verb] = (path, ...handlers) => {
      const fits = (req: IncomingMessage) => isFor(verb, req) && isAt(path, req)
      for (const handler of handlers) stack.push({ handler, fits })
      return app
    }
  }
  app.listen = (port, host) => createServer(app).listen(port, host)
  return app
}

/** `use(fn)` is `use('/', fn)`. */
function withPath(args: (string | AnyHandler)[]): [path: string, handlers: AnyHandler[]] {
  const [first, ...rest] = args
  if (typeof first === 'string') return [first, rest as AnyHandler[]]
  return ['/', args as AnyHandler[]]
}

/** A `HEAD` is a `GET` whose body nobody wants: Node leaves it away. */
function isFor(verb: Verb, { method }: IncomingMessage): boolean {
  return method?.toLowerCase() === verb || (method === 'HEAD' && verb === 'get')
}

function isAt(path: string, req: IncomingMessage): boolean {
  return plain(req.url as string) === plain(path)
}

/** Whole segments: `/admin` holds `/admin/users`, but not `/administrator`. */
function isBelow(path: string, req: IncomingMessage): boolean {
  return `${plain(req.url as string)}/`.startsWith(`${plain(path)}/`)
}

/** The query, capitals and a slash at the end make no difference. */
function plain(url: string): string {
  return url.replace(/\?.*/, '').toLowerCase().replace(/\/$/, '')
}
