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
export { type Provider, provides } from './provides.ts'
export type { AttachmentOptions, HeaderValue } from './response.ts'
export type {
  App,
  ApplicationOptions,
  Compose,
  Context,
  DefaultContext,
  DefaultState,
  ForeignMiddleware,
  Middleware,
  ParameterizedContext,
  Request,
  Response,
} from './types.ts'
export { Application, Application as default, Application as Koa, createHttpError }

/** The class of all HTTP errors: `err instanceof HttpError`. */
export const { HttpError } = createHttpError
/** Whether something is an HTTP error, of whatever copy of `http-errors`. */
export const { isHttpError } = createHttpError

// What `require()` gives on Node >= 20.19: the class itself.
export { Application as 'module.exports' }
