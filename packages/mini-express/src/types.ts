/**
 * Types that several files share: handlers, and the parameters that a path promises them.
 *
 * @module
 */
import type { Request } from './request.ts'
import type { Response } from './response.ts'

/**
 * Goes on to the following handler. With an error: to the following one made for errors. `next('route')` leaves
 * the route, `next('router')` the router.
 */
export type NextFunction = (err?: unknown) => void

/** One function of the stack. If it returns a promise, a rejection is passed on as an error. */
export type RequestHandler<Params = AnyParams> = (
  req: Request<Params>,
  res: Response,
  next: NextFunction,
) => unknown

/**
 * A function made for errors: four parameters, no more and no fewer, are what tells it.
 *
 * `any`: whatever was thrown, as in `@types/express`.
 */
export type ErrorRequestHandler<Params = AnyParams> = (
  // biome-ignore lint/suspicious/noExplicitAny: see above
  err: any,
  req: Request<Params>,
  res: Response,
  next: NextFunction,
) => unknown

/** A callback of `param`. `value` is as it stood in the path. */
export type ParamHandler = (
  req: Request,
  res: Response,
  next: NextFunction,
  value: string,
  name: string,
) => unknown

/** Handlers as they are passed: one by one, or in lists. */
export type Handlers = (RequestHandler | ErrorRequestHandler | Handlers)[]

/** The methods of HTTP that every Node knows, and that have a method each; a newer one may know more. */
export type Verb =
  | 'get'
  | 'post'
  | 'put'
  | 'patch'
  | 'delete'
  | 'head'
  | 'options'
  | 'trace'
  | 'connect'
  | 'copy'
  | 'link'
  | 'lock'
  | 'merge'
  | 'move'
  | 'propfind'
  | 'purge'
  | 'report'
  | 'search'
  | 'subscribe'
  | 'unlink'
  | 'unlock'
  | 'unsubscribe'
  | 'acl'
  | 'bind'
  | 'checkout'
  | 'm-search'
  | 'mkactivity'
  | 'mkcalendar'
  | 'mkcol'
  | 'notify'
  | 'proppatch'
  | 'rebind'
  | 'unbind'

/** A path as it is registered: path-to-regexp's grammar, or a RegExp, or a list of both. */
export type Path = string | RegExp | readonly Path[]

/** The same, for files that do not care. */
export type PathPattern = Path

/** `req.params` where the path is not known to the compiler. */
export interface AnyParams {
  [name: string]: string | string[]
  [index: number]: string
}

/** What handlers of a path are passed as: one by one or in lists, for requests or for errors. */
export type RouteHandlers<Pattern extends Path> = (
  | RequestHandler<ParamsOf<Pattern>>
  | ErrorRequestHandler<ParamsOf<Pattern>>
  | RouteHandlers<Pattern>
)[]

/**
 * A handler that is typed by somebody else, such as `@types/express`: what other packages make.
 *
 * `any`: their requests have members that ours have only once their middleware has run.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type ForeignHandler = (...args: any[]) => unknown

/** The same in lists, and among our own. */
export type ForeignHandlers = (ForeignHandler | ForeignHandlers)[]

/** `get(path, …handlers)`. The second form is for handlers made for errors, the last for those of other packages. */
export interface RegisterRoute<Self> {
  <Pattern extends Path>(path: Pattern, ...handlers: RequestHandler<ParamsOf<Pattern>>[]): Self
  <Pattern extends Path>(path: Pattern, ...handlers: ErrorRequestHandler<ParamsOf<Pattern>>[]): Self
  <Pattern extends Path>(path: Pattern, ...handlers: RouteHandlers<Pattern>): Self
  (path: Path, ...handlers: ForeignHandlers): Self
}

/** `use([path], …handlers)`. */
export interface RegisterUse<Self> {
  (...handlers: RequestHandler[]): Self
  (...handlers: ErrorRequestHandler[]): Self
  (...handlers: Handlers): Self
  <Pattern extends Path>(path: Pattern, ...handlers: RequestHandler<ParamsOf<Pattern>>[]): Self
  <Pattern extends Path>(path: Pattern, ...handlers: ErrorRequestHandler<ParamsOf<Pattern>>[]): Self
  <Pattern extends Path>(path: Pattern, ...handlers: RouteHandlers<Pattern>): Self
  (...handlers: ForeignHandlers): Self
  (path: Path, ...handlers: ForeignHandlers): Self
}

/**
 * The parameters that a path promises, read as path-to-regexp 8 reads it: `:name` is a string, `*name` a list of
 * segments, and between braces either may be missing. A path that is not a literal promises {@link AnyParams}.
 *
 * @example
 * ```ts
 * ParamsOf<'/users/:id{/*rest}'> // { id: string; rest?: string[] }
 * ```
 */
export type ParamsOf<Pattern extends Path> = Pattern extends string
  ? string extends Pattern
    ? AnyParams
    : Flat<Scan<Pattern>>
  : AnyParams

/** Reads a path a character at a time; `Depth` counts open braces. */
type Scan<
  Rest extends string,
  Depth extends unknown[] = [],
  Found = unknown,
> = Rest extends `\\${infer Escaped}`
  ? Escaped extends `${string}${infer After}`
    ? Scan<After, Depth, Found>
    : Found
  : Rest extends `{${infer After}`
    ? Scan<After, [...Depth, 1], Found>
    : Rest extends `}${infer After}`
      ? Scan<After, Depth extends [unknown, ...infer Outer] ? Outer : [], Found>
      : Rest extends `:${infer Named}`
        ? Take<Named> extends [infer Name extends string, infer After extends string]
          ? Scan<After, Depth, Found & Param<Name, string, Depth>>
          : never
        : Rest extends `*${infer Named}`
          ? Take<Named> extends [infer Name extends string, infer After extends string]
            ? Scan<After, Depth, Found & Param<Name, string[], Depth>>
            : never
          : Rest extends `${string}${infer After}`
            ? Scan<After, Depth, Found>
            : Found

/** A parameter outside of braces is there, one inside may be missing. */
type Param<Name extends string, Value, Depth extends unknown[]> = Depth extends []
  ? { [Key in Name]: Value }
  : { [Key in Name]?: Value }

/** Splits a name, plain or in quotes, from what follows it. */
type Take<Named extends string> = Named extends `"${infer Name}"${infer After}`
  ? [Name, After]
  : TakePlain<Named>

type TakePlain<
  Rest extends string,
  Name extends string = '',
> = Rest extends `${infer First}${infer After}`
  ? First extends NameCharacter
    ? TakePlain<After, `${Name}${First}`>
    : [Name, Rest]
  : [Name, Rest]

type Letter =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'v'
  | 'w'
  | 'x'
  | 'y'
  | 'z'
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type NameCharacter = Letter | Uppercase<Letter> | Digit | '_' | '$'

type Flat<Type> = { [Key in keyof Type]: Type[Key] }
