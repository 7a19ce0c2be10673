/**
 * What every request inherits.
 *
 * @module
 */
import { IncomingMessage } from 'node:http'
import type { Request as Routed } from '../5-params/router.ts'
import type { Application } from './express.ts'

/** A request in an app. */
export interface Request extends Routed {
  app: Application
  readonly path: string
  /** A header, or nothing. */
  get(name: string): string | undefined
}

/** What `app.request` inherits. */
export const request: Request = Object.create(IncomingMessage.prototype, {
  path: {
    configurable: true,
    get(this: Request) {
      return this.url.split('?', 1)[0]
    },
  },
  get: {
    configurable: true,
    writable: true,
    value(this: Request, name: string) {
      const value = this.headers[name.toLowerCase()]
      return Array.isArray(value) ? value.join(', ') : value
    },
  },
})
