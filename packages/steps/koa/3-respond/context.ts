/**
 * What a middleware gets: Node's two messages, Koa's two views of them, and what all middleware share.
 *
 * @module
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request } from '../2-context/request.ts'
import type { Koa } from './koa.ts'
import type { Response } from './response.ts'

/** One for each request. It inherits from `app.context`: what is added there, every middleware has. */
export interface Context {
  app: Koa
  req: IncomingMessage
  res: ServerResponse
  request: Request
  response: Response
  /** For middleware to tell each other things. */
  state: Record<string, unknown>
}

/** What every context inherits, in every app. Nothing yet. */
export const context = {} as Context
