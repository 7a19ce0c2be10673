/**
 * Express 5, small, typed and readable. Start with `router/dispatch.ts`, then `application.ts`.
 *
 * @module
 */
export { type Application, application, type Setting } from './application.ts'
// What `require()` gives on Node >= 20.19: the function itself.
export {
  type Express,
  express,
  express as default,
  express as 'module.exports',
} from './express.ts'
export { type Provider, provides } from './provides.ts'
export { Request, request } from './request.ts'
export { type CookieOptions, type Formats, Response, response } from './response.ts'
export {
  type ListedRoute,
  Route,
  Router,
  type RouterConstructor,
  type RouterOptions,
} from './router/index.ts'
export type { FileCallback, FileOptions, SendFileOptions } from './send-file.ts'
export type { ServeStaticOptions, StaticHandler } from './static.ts'
export type {
  AnyLocals,
  AnyParams,
  App,
  ErrorRequestHandler,
  Fitting,
  ForeignHandler,
  ForeignHandlers,
  Handlers,
  NextFunction,
  ParamHandler,
  ParamsOf,
  Path,
  RegisterRoute,
  RegisterUse,
  RequestHandler,
  Verb,
} from './types.ts'
export {
  type Engine,
  type RenderCallback,
  type RenderOptions,
  View,
  type ViewOptions,
} from './view.ts'
