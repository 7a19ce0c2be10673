/**
 * HTTP/1.x responses, read from bytes as they come.
 *
 * Node's own client would tidy up what we want to see: it merges headers, hides interim answers and turns
 * a malformed response into an error. This reader keeps everything and never throws; what is not HTTP is stray.
 *
 * @module
 */
import type { Answer } from './observation.ts'

/** What has been read so far. */
export interface Parsed {
  answers: Answer[]
  /** Bytes that are not HTTP, or that came after the final answer. */
  stray: Buffer
}

/** How the end of a body is known (RFC 9112 §6.3). */
type Framing =
  | { by: 'nothing' }
  | { by: 'length'; length: number }
  | { by: 'chunks' }
  | { by: 'close' }

/** Reads one exchange's answers: any number of interim ones, then the final one. */
export class ResponseParser {
  readonly #method: string
  #received: Buffer = Buffer.alloc(0)

  /** @param method - Of the request: an answer to `HEAD` or `CONNECT` has no body. */
  constructor(method: string) {
    this.#method = method
  }

  /** Takes the next bytes from the socket. */
  write(bytes: Uint8Array): void {
    this.#received = Buffer.concat([this.#received, bytes])
  }

  /**
   * Everything that can be said of the bytes so far.
   *
   * @param ended - Whether the stream has ended, which completes a body without a length.
   */
  read(ended = false): Parsed {
    const answers: Answer[] = []
    let rest = this.#received
    while (rest.length > 0 && !isFinal(answers.at(-1))) {
      const next = readAnswer(rest, this.#method, ended)
      if (!next) break
      answers.push(next.answer)
      rest = next.rest
    }
    return { answers, stray: rest }
  }
}

/** Whether an answer is the one that the exchange ends with: 1xx are interim, but 101 hands the line over. */
export function isFinal(answer: Answer | undefined): boolean {
  return answer !== undefined && (answer.status >= 200 || answer.status === 101)
}

/** Whether the final answer has been read to its end. */
export function isComplete({ answers }: Parsed): boolean {
  const last = answers.at(-1)
  return isFinal(last) && last?.complete === true
}

interface Read<Value> {
  value: Value
  rest: Buffer
}

function readAnswer(from: Buffer, method: string, ended: boolean) {
  const head = readHead(from)
  if (!head) return undefined
  const { statusLine, status, headers } = head.value
  const framing = framingOf(method, status, headers)
  const { value: body, rest } = readBody(head.rest, framing, ended)
  const answer: Answer = { statusLine, status, headers, ...body }
  // What follows a body without an end of its own belongs to it.
  return { answer, rest }
}

interface Head {
  statusLine: string
  status: number
  headers: [string, string][]
}

// status-line = HTTP-version SP status-code SP [ reason-phrase ]
const STATUS_LINE = /^HTTP\/\d\.\d (\d{3})(?: .*)?$/

function readHead(from: Buffer): Read<Head> | undefined {
  const end = from.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [statusLine = '', ...lines] = from.subarray(0, end).toString('latin1').split('\r\n')
  const status = STATUS_LINE.exec(statusLine)?.[1]
  if (!status) return undefined
  const value = { statusLine, status: Number(status), headers: lines.map(headerOf) }
  return { value, rest: from.subarray(end + 4) }
}

/** A line without a colon keeps its text as a name, so that it is seen. */
function headerOf(line: string): [string, string] {
  const colon = line.indexOf(':')
  if (colon < 0) return [line, '']
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

function framingOf(method: string, status: number, headers: Head['headers']): Framing {
  const bodiless = method === 'HEAD' || status < 200 || status === 204 || status === 304
  if (bodiless || (method === 'CONNECT' && status < 300)) return { by: 'nothing' }
  const value = (name: string) => headers.find(([given]) => given.toLowerCase() === name)?.[1]
  if (/\bchunked$/i.test(value('transfer-encoding') ?? '')) return { by: 'chunks' }
  const length = value('content-length')
  return length !== undefined && /^\d+$/.test(length)
    ? { by: 'length', length: Number(length) }
    : { by: 'close' }
}

type Body = Pick<Answer, 'body' | 'trailers' | 'complete'>

function readBody(from: Buffer, framing: Framing, ended: boolean): Read<Body> {
  switch (framing.by) {
    case 'nothing':
      return { value: { body: Buffer.alloc(0), trailers: [], complete: true }, rest: from }
    case 'length': {
      const body = from.subarray(0, framing.length)
      const complete = body.length === framing.length
      return { value: { body, trailers: [], complete }, rest: from.subarray(framing.length) }
    }
    case 'chunks':
      return readChunks(from)
    case 'close':
      return { value: { body: from, trailers: [], complete: ended }, rest: Buffer.alloc(0) }
  }
}

// chunk = chunk-size [ chunk-ext ] CRLF chunk-data CRLF
const CHUNK_SIZE = /^([\da-f]+)\s*(?:;.*)?$/i

function readChunks(from: Buffer): Read<Body> {
  const parts: Buffer[] = []
  let rest = from
  for (;;) {
    const line = readLine(rest)
    const size = CHUNK_SIZE.exec(line?.value ?? '')?.[1]
    if (!line || size === undefined) return unfinished(parts, rest)
    const length = Number.parseInt(size, 16)
    if (length === 0) return readTrailers(parts, line.rest)
    parts.push(line.rest.subarray(0, length))
    if (line.rest.length < length + 2) return unfinished(parts, Buffer.alloc(0))
    rest = line.rest.subarray(length + 2)
  }
}

function readTrailers(parts: Buffer[], from: Buffer): Read<Body> {
  const trailers: [string, string][] = []
  let rest = from
  for (;;) {
    const line = readLine(rest)
    if (!line) return unfinished(parts, rest)
    rest = line.rest
    if (line.value === '') {
      return { value: { body: Buffer.concat(parts), trailers, complete: true }, rest }
    }
    trailers.push(headerOf(line.value))
  }
}

/** The framing is still open: what was received and cannot be read yet is shown as stray. */
function unfinished(parts: Buffer[], rest: Buffer): Read<Body> {
  return { value: { body: Buffer.concat(parts), trailers: [], complete: false }, rest }
}

function readLine(from: Buffer): Read<string> | undefined {
  const end = from.indexOf('\r\n')
  if (end < 0) return undefined
  return { value: from.subarray(0, end).toString('latin1'), rest: from.subarray(end + 2) }
}
