/**
 * Step 6: an app gives its requests and responses members of its own.
 *
 * @module
 */
import { createServer, type Server } from 'node:http'
import { finalHandler } from '../2-errors/final-handler.ts'
import type { Next } from '../2-errors/handler.ts'
import { VERBS } from '../5-params/route.ts'
import { Router, type Router as RouterOf, type Routes } from '../5-params/router.ts'
import { type Request, request } from './request.ts'
import { type Response, response } from './response.ts'

/** A request listener, and a handler for another app: then what it does not answer is the other's. */
export interface Application extends Routes<Application, Request, Response> {
  (req: Request, res: Response, next?: Next): void
  /** What every request of this app inherits. */
  request: Request & Record<string, unknown>
  /** What every response of this app inherits. */
  response: Response & Record<string, unknown>
  listen(port: number, host?: string): Server
}

/** Makes an app. */
function createApplication(): Application {
  const router = makeRouter()

  // #region app
  const app = ((req, res, next = (err) => finalHandler(err, req, res)) => {
    // Node has made them already: what they inherit is all that can still be changed.
    Object.setPrototypeOf(req, app.request)
    Object.setPrototypeOf(res, app.response)
    router(req, res, next)
  }) as Application
  // #endregion app

  app.request = Object.assign(Object.create(request), { app })
  app.response = Object.assign(Object.create(response), { app })
  for (const name of ['use', ...VERBS] as const) {
    app[name] = (...args: unknown[]) => {
      Reflect.apply(router[name], router, args)
      return app
    }
  }
  app.route = (path) => router.route(path)
  app.listen = (port, host) => createServer(app as never).listen(port, host)
  return app
}

/** The router of step 5: here its messages can do more. */
const makeRouter = Router as unknown as () => RouterOf<Request, Response>

/** Makes apps, and holds what they are made of. */
export const express = Object.assign(createApplication, { Router: makeRouter })
