/**
 * What a path says about `req.params`, read by the compiler: path-to-regexp's grammar, one character after another.
 *
 * ```
 * path     = ( escape | group | param | wildcard | character )*
 * group    = "{" path "}"           what is in it may be missing
 * param    = ":" name               one segment
 * wildcard = "*" name               one segment or more
 * name     = '"' ( escape | character )+ '"' | identifier
 * escape   = "\" character
 * ```
 *
 * `( ) [ ] + ? !` are reserved and must be escaped.
 *
 * @module
 * @counterpart mini-koa/src/router/path-params.ts
 */

/** A path as it is registered: path-to-regexp's grammar, or a RegExp, or a list of both. */
export type Path = string | RegExp | readonly Path[]

/** `req.params` where the path is not known to the compiler. */
export interface AnyParams {
  [name: string]: string | string[]
  [index: number]: string
}

/**
 * The params of a path by name: `:name` is a string, `*name` a list of segments, and between braces either may be
 * missing. A path that is not a literal promises {@link AnyParams}.
 *
 * @example
 * ```ts
 * ParamsOf<'/users/:id{/*rest}'> // { id: string; rest?: string[] }
 * ```
 */
export type ParamsOf<Pattern extends Path> = Pattern extends string
  ? string extends Pattern
    ? AnyParams
    : Flatten<Scan<Pattern>>
  : AnyParams

/** A path, or what is wrong with it. */
export type GoodPath<Pattern extends Path> = Pattern extends string
  ? [PathError<Pattern>] extends [never]
    ? Pattern
    : PathError<Pattern>
  : Pattern

/** What is wrong with a path, in a sentence; `never` for a good one. */
export type PathError<Pattern extends string> = string extends Pattern ? never : Check<Pattern>

/** `Depth` holds one character for each group that is open. */
type Scan<Rest extends string, Depth extends string = ''> = Rest extends `${infer C}${infer Tail}`
  ? C extends '\\'
    ? Scan<SkipOne<Tail>, Depth>
    : C extends '{'
      ? Scan<Tail, `${Depth}{`>
      : C extends '}'
        ? Scan<Tail, CloseOne<Depth>>
        : C extends ':'
          ? Named<ReadName<Tail>, string, Depth>
          : C extends '*'
            ? Named<ReadName<Tail>, string[], Depth>
            : Scan<Tail, Depth>
  : unknown

/** A name has been read: note it, required at the top and optional in a group, and go on behind it. */
type Named<Read extends [string, string], Value, Depth extends string> = (Depth extends ''
  ? { [Name in Read[0]]: Value }
  : { [Name in Read[0]]?: Value }) &
  Scan<Read[1], Depth>

/** `[name, rest]`. A path that is put together at run time has some name. */
type ReadName<Rest extends string> = string extends Rest
  ? [string, '']
  : Rest extends `"${infer Tail}`
    ? ReadQuoted<Tail>
    : ReadIdentifier<Rest>

type ReadQuoted<
  Rest extends string,
  Name extends string = '',
> = Rest extends `${infer C}${infer Tail}`
  ? C extends '"'
    ? [Name, Tail]
    : C extends '\\'
      ? Tail extends `${infer Escaped}${infer After}`
        ? ReadQuoted<After, `${Name}${Escaped}`>
        : [Name, '']
      : ReadQuoted<Tail, `${Name}${C}`>
  : [Name, '']

type ReadIdentifier<
  Rest extends string,
  Name extends string = '',
> = Rest extends `${infer C}${infer Tail}`
  ? C extends NoIdentifier
    ? [Name, Rest]
    : ReadIdentifier<Tail, `${Name}${C}`>
  : [Name, '']

/** An identifier is what JavaScript takes for one, so of ASCII: letters, digits, `$` and `_`. */
type NoIdentifier =
  | ' '
  | '!'
  | '"'
  | '#'
  | '%'
  | '&'
  | "'"
  | '('
  | ')'
  | '*'
  | '+'
  | ','
  | '-'
  | '.'
  | '/'
  | ':'
  | ';'
  | '<'
  | '='
  | '>'
  | '?'
  | '@'
  | '['
  | '\\'
  | ']'
  | '^'
  | '`'
  | '{'
  | '|'
  | '}'
  | '~'

type SkipOne<Rest extends string> = Rest extends `${string}${infer Tail}` ? Tail : ''

type CloseOne<Depth extends string> = Depth extends `{${infer Rest}` ? Rest : ''

/** Looks only for what path-to-regexp refuses. */
type Check<Rest extends string> = Rest extends `${infer C}${infer Tail}`
  ? C extends '\\'
    ? Check<SkipOne<Tail>>
    : C extends ':' | '*'
      ? ReadName<Tail>[0] extends ''
        ? `Missing name after ${C}`
        : Check<ReadName<Tail>[1]>
      : C extends '?'
        ? 'Unexpected ?: use {…} for an optional part, or \\? for the character'
        : C extends '(' | ')' | '[' | ']' | '+' | '!'
          ? `Unexpected ${C}: use \\${C} for the character`
          : Check<Tail>
  : never

/** One object instead of an intersection, for whoever reads it in an editor. */
type Flatten<Params> = { [Name in keyof Params]: Params[Name] }
