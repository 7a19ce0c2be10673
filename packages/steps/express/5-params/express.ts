/**
 * Step 5: an app hands on `route` too.
 *
 * @module
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import { finalHandler } from '../2-errors/final-handler.ts'
import type { Next } from '../2-errors/handler.ts'
import { VERBS } from './route.ts'
import { type Request, Router, type Routes } from './router.ts'

/** A request listener, and a handler for another app: then what it does not answer is the other's. */
export interface Application extends Routes<Application> {
  (req: Request, res: ServerResponse, next?: Next): void
  listen(port: number, host?: string): Server
}

/** Makes an app. */
function createApplication(): Application {
  const router = Router()

  const app = ((req, res, next = (err) => finalHandler(err, req, res)) => {
    router(req, res, next)
  }) as Application

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

/** Makes apps, and holds what they are made of. */
export const express = Object.assign(createApplication, { Router })
