/**
 * What a path says about `ctx.params`, read by the compiler: path-to-regexp's grammar, one character after another.
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
 * @counterpart mini-express/src/router/path-params.ts
 */

/** The params of a path by name; any, where the path is not known to the compiler. */
export type ParamsOf<Path extends string> = string extends Path
  ? Record<string, string>
  : Flatten<Scan<Path>>

/** The same for a path below a prefix. */
export type ParamsBelow<Prefix extends string, Path extends string> = string extends Path
  ? Record<string, string>
  : ParamsOf<`${Prefix}${Path}`>

/** What is wrong with a path, in a sentence; `never` for a good one. */
export type PathError<Path extends string> = string extends Path ? never : Check<Path>

/** `Depth` holds one character for each group that is open. */
type Scan<Rest extends string, Depth extends string = ''> = Rest extends `${infer C}${infer Tail}`
  ? C extends '\\'
    ? Scan<SkipOne<Tail>, Depth>
    : C extends '{'
      ? Scan<Tail, `${Depth}{`>
      : C extends '}'
        ? Scan<Tail, CloseOne<Depth>>
        : C extends ':' | '*'
          ? Named<ReadName<Tail>, Depth>
          : Scan<Tail, Depth>
  : unknown

/** A name has been read: note it, required at the top and optional in a group, and go on behind it. */
type Named<Read extends [string, string], Depth extends string> = (Depth extends ''
  ? { [Name in Read[0]]: string }
  : { [Name in Read[0]]?: string }) &
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
