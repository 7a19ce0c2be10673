/**
 * Koa 3, small, typed and readable. Start with `compose.ts`, then `application.ts`.
 *
 * @module
 */
import createHttpError from 'http-errors'
import { Application } from './application.ts'

export {
  type Composable,
  type Composed,
  compose,
  type Next,
  type Stack,
} from './compose.ts'
export { Context, type Delegated } from './context.ts'
export { Request } from './request.ts'
export { type AttachmentOptions, type HeaderValue, Response } from './response.ts'
export type { ParsedQuery } from './search-params.ts'
export type { ApplicationOptions, Compose, DefaultState, Middleware } from './types.ts'
export { Application, Application as default, Application as Koa, createHttpError }
/** The class of all HTTP errors, and whether something is one: as `http-errors` has them. */
export const { HttpError, isHttpError } = createHttpError
// What `require()` gives on Node >= 20.19: the class itself.
export { Application as 'module.exports' }
