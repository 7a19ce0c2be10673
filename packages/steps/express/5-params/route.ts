/**
 * A route: the handlers of one path, by method. A small stack of its own.
 *
 * @module
 */
import type { ServerResponse } from 'node:http'
import { call, type Handler, type Next } from '../2-errors/handler.ts'
import type { AnyHandler, Request } from './router.ts'

/** The methods by which a path is given handlers. Node knows some thirty more. */
export const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** One of them. */
export type Verb = (typeof VERBS)[number]

/** One path. */
export interface Route<Req = Request, Res = ServerResponse>
  extends Record<Verb | 'all', (...handlers: Handler<Req, Res>[]) => Route<Req, Res>> {
  answers(method: string): boolean
  /** Walks a request along the handlers of its method. */
  dispatch(req: Req, res: Res, done: Next): void
}

/** Makes the stack of one path. */
export function Route(): Route {
  const stack: { verb: Verb | 'all'; handler: AnyHandler }[] = []
  const route = {
    answers: (method) => stack.some(({ verb }) => isFor(verb, method)),

    dispatch(req, res, done) {
      const handlers = stack.filter(({ verb }) => isFor(verb, req.method as string))
      let index = 0
      next()

      function next(err?: unknown): void {
        const entry = handlers[index++]
        if (err === 'route') done()
        else if (!entry || err === 'router') done(err)
        else call(entry.handler, err, req, res, next)
      }
    },
  } as Route

  for (const verb of [...VERBS, 'all'] as const) {
    route[verb] = (...handlers) => {
      for (const handler of handlers) stack.push({ verb, handler })
      return route
    }
  }
  return route
}

/** A `HEAD` is a `GET` whose body nobody wants: Node leaves it away. */
function isFor(verb: Verb | 'all', method: string): boolean {
  if (verb === 'all' || method.toLowerCase() === verb) return true
  return method === 'HEAD' && verb === 'get'
}
