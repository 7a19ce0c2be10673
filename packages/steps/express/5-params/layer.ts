/**
 * A layer: one path and one function.
 *
 * @module
 */
import { match as compileMatch } from 'path-to-regexp'
import type { AnyHandler, Params } from './router.ts'

/** What a path gave. */
export interface Match {
  params: Params
  /** The part of the URL that matched. */
  path: string
}

/** A function, and the requests that it is for. */
export class Layer {
  readonly handler: AnyHandler
  /** Whether it answers this method; left out where it answers all. */
  readonly answers: ((method: string) => boolean) | undefined
  readonly #match: (path: string) => Match | false

  /** @param end - Whether the path must be the whole of the URL, or only its beginning, as for `use`. */
  constructor(path: string, end: boolean, handler: AnyHandler, answers?: Layer['answers']) {
    this.handler = handler
    this.answers = answers
    const everything = path === '/' && !end
    this.#match = everything
      ? () => ({ params: {}, path: '' })
      : (compileMatch(path, { end, decode }) as (path: string) => Match | false)
  }

  /** @throws URIError with status 400 for a part that cannot be decoded. */
  match(url: string): Match | false {
    return this.#match(url.split('?', 1)[0] as string)
  }
}

/** What cannot be decoded is the client's mistake. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch (err) {
    const error = new URIError(`Failed to decode param '${value}'`, { cause: err })
    throw Object.assign(error, { status: 400 })
  }
}
