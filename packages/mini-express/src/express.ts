/**
 * Making an app: a request listener with everything else mixed in.
 *
 * @module
 * @upstream express/lib/express.js
 */
import { EventEmitter } from 'node:events'
import { IncomingMessage, ServerResponse } from 'node:http'
import { type Application, application, bearMessages, type MessageClasses } from './application.ts'
import { json, raw, text, urlencoded } from './body/index.ts'
import { request } from './request.ts'
import { response } from './response.ts'
import { Router } from './router/index.ts'
import { Route } from './router/route.ts'
import { serveStatic } from './static.ts'
import type { AnyLocals, NextFunction } from './types.ts'

/** What `express` is: a function that makes apps, and holds what they are made of. */
export interface Express {
  <Locals extends object = AnyLocals>(): Application<Locals>
  /** What every app is made of. */
  application: typeof application
  /** What every request inherits. */
  request: typeof request
  /** What every response inherits. */
  response: typeof response
  Route: typeof Route
  Router: typeof Router
  json: typeof json
  raw: typeof raw
  text: typeof text
  urlencoded: typeof urlencoded
  /** Makes a middleware that answers with the files of a folder. */
  static: typeof serveStatic
}

/**
 * Makes an app.
 *
 * @example
 * ```ts
 * const app = express()
 * app.get('/', (req, res) => { res.send('hello') })
 * app.listen(3000)
 * ```
 * @upstream express/lib/express.js#createApplication
 */
export const express = Object.assign(
  function createApplication(): Application {
    const app = ((req: IncomingMessage, res: ServerResponse, next?: NextFunction) =>
      app.handle(req, res, next)) as Application
    mixin(app, EventEmitter.prototype)
    mixin(app, application)
    giveMessages(app)
    app.init()
    return app
  },
  {
    application,
    request,
    response,
    Route,
    Router,
    json,
    raw,
    static: serveStatic,
    text,
    urlencoded,
  },
) as Express

/**
 * Classes of its own for each app, whose prototypes are `app.request` and `app.response`: messages made by
 * `app.listen` need no change of prototype, which on Node 20 and 22 costs nine tenths of Express's time.
 */
function giveMessages(app: Application): void {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  const own = { configurable: true, enumerable: true, writable: true, value: app }
  Object.setPrototypeOf(AppRequest.prototype, request)
  Object.setPrototypeOf(AppResponse.prototype, response)
  app.request = Object.defineProperty(AppRequest.prototype, 'app', own) as typeof request
  app.response = Object.defineProperty(AppResponse.prototype, 'app', own) as typeof response
  const classes = { IncomingMessage: AppRequest, ServerResponse: AppResponse } as MessageClasses
  bearMessages(app, classes)
}

/** Copies members that `target` does not have, getters and all. */
function mixin(target: object, source: object): void {
  for (const name of Reflect.ownKeys(source)) {
    if (Object.hasOwn(target, name)) continue
    const descriptor = Object.getOwnPropertyDescriptor(source, name) as PropertyDescriptor
    Object.defineProperty(target, name, descriptor)
  }
}
