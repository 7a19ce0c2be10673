/**
 * What is asked of a server, and what was seen of its answer.
 *
 * An observation is the whole of what a person outside the process could notice, plus what the
 * process let slip while it worked: prints, warnings, rejections nobody caught.
 *
 * @module
 */

/** One request, as it shall stand on the wire. */
export interface RequestSpec {
  /** Shown in reports. Defaults to `METHOD target`. */
  name?: string
  /** Defaults to `GET`. */
  method?: string
  /** The request target as written on the request line, never normalised. Defaults to `/`. */
  target?: string
  /** Header lines in order and case. `Host` and, for a body, its framing are added where absent. */
  headers?: ReadonlyArray<readonly [name: string, value: string]>
  /** An array is sent with `Transfer-Encoding: chunked`, one chunk an element. */
  body?: string | Uint8Array | ReadonlyArray<string | Uint8Array>
  /** Goes out on the wire instead of everything above: for HTTP that no client would send. */
  raw?: string | Uint8Array
  /** How many final answers are waited for: as many as `raw` holds requests, all of one method. Defaults to 1. */
  answers?: number
  /** Destroys the connection: as soon as the request is sent, or once the first answer byte came. */
  abort?: 'after-request' | 'after-first-byte'
  /** How long silence is waited for, in milliseconds, before it is called "no answer". Defaults to 1000. */
  patience?: number
  /** How long the process is watched after the answer, in milliseconds, for what it lets slip late. Defaults to 0. */
  linger?: number
}

/** What became of the connection once the answer was complete, or had failed to come. */
export type Fate =
  /** Open for another request. */
  | 'kept'
  /** Ended by the server in good order. */
  | 'closed'
  /** Destroyed by the server. */
  | 'reset'
  /** We left, as `abort` asked. */
  | 'aborted'
  /** A client of its own came and went: see {@link Observation.told}. */
  | 'visited'
  /** Silence for as long as our patience lasted. */
  | 'no answer'

/** One response as read from the socket. */
export interface Answer {
  /** The status line without its line break: `HTTP/1.1 200 OK`. */
  statusLine: string
  status: number
  /** In order and case, as sent. */
  headers: Array<[name: string, value: string]>
  /** The bytes of the body with the chunked coding taken off. */
  body: Uint8Array
  trailers: Array<[name: string, value: string]>
  /** Whether the framing (length, last chunk, end of stream) was seen to its end. */
  complete: boolean
}

/** Something the process under observation let slip. */
export interface Slip {
  kind: 'console' | 'stdout' | 'stderr' | 'unhandledRejection' | 'uncaughtException' | 'warning'
  /** As printed or thrown; an `Error` is its `name: message` followed by its stack. */
  text: string
}

/** All that one request showed. */
export interface Observation {
  request: string
  /** Interim answers (1xx) before the final one they announce; empty when nothing parseable came. */
  answers: Answer[]
  /** What came and was not HTTP, or came after the answer was complete. Usually empty. */
  stray: Uint8Array
  /** What a client of its own (a WebSocket, a mailbox, a browser) tells of its visit, line by line. */
  told?: readonly string[]
  fate: Fate
  /** How long at most the next byte was waited for, in milliseconds. */
  patience: number
  slips: Slip[]
}
