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
  /** Bytes that are not HTTP, that came after the final answer, or that are too few to be read yet. */
  stray: Buffer
}

/** Reads one exchange's answers: any number of interim ones, then a final one a request. Each byte is read once. */
export class ResponseParser {
  readonly #method: string
  readonly #requests: number
  readonly #answers: Reading[] = []
  /** What cannot be read yet, or never will be. */
  #pending: Buffer = Buffer.alloc(0)

  /**
   * @param method - Of the requests: an answer to `HEAD` or `CONNECT` has no body.
   * @param requests - How many were sent at once.
   */
  constructor(method: string, requests = 1) {
    this.#method = method
    this.#requests = requests
  }

  /** Takes the next bytes from the socket. */
  write(bytes: Uint8Array): void {
    this.#pending = Buffer.concat([this.#pending, bytes])
    while (this.#advance()) {
      // Until more bytes are needed, or nothing more is to be read.
    }
  }

  /** Whether a byte has come. */
  get hasBytes(): boolean {
    return this.#answers.length > 0 || this.#pending.length > 0
  }

  /**
   * Whether the last final answer has been read to its end.
   *
   * @param ended - Whether the stream has ended, which completes a body without a length.
   */
  isComplete(ended = false): boolean {
    const last = this.#answers.at(-1)
    return last !== undefined && this.#isLast(last) && isWhole(last, ended)
  }

  /** Everything that can be said of the bytes so far; `ended` as in {@link ResponseParser.isComplete}. */
  read(ended = false): Parsed {
    const answers = this.#answers.map((reading) => answerOf(reading, ended))
    return { answers, stray: this.#pending }
  }

  /** Reads one more piece, and says whether there was one. */
  #advance(): boolean {
    const last = this.#answers.at(-1)
    const step =
      last && last.expects.what !== 'nothing'
        ? readOn(last, this.#pending)
        : this.#readNextHead(last)
    if (!step) return false
    this.#pending = step.rest
    return true
  }

  #isLast(reading: Reading): boolean {
    return isFinal(reading) && this.#answers.filter(isFinal).length >= this.#requests
  }

  #readNextHead(last: Reading | undefined): Step | undefined {
    if (last && this.#isLast(last)) return undefined
    const head = readHead(this.#pending)
    if (!head) return undefined
    const expects = bodyOf(this.#method, head.value)
    this.#answers.push({ ...head.value, parts: [], trailers: [], expects })
    return head
  }
}

interface Head {
  statusLine: string
  status: number
  headers: [string, string][]
}

/** An answer of which the rest may still come. */
interface Reading extends Head {
  parts: Buffer[]
  trailers: [string, string][]
  expects: Expected
}

/** What the next bytes must be. */
type Expected =
  | { what: 'nothing' }
  | { what: 'everything' }
  | { what: 'bytes'; left: number }
  | { what: 'chunk size' }
  | { what: 'chunk data'; left: number }
  | { what: 'chunk end' }
  | { what: 'trailer' }

/** A piece was read; what follows it. */
interface Step {
  rest: Buffer
}

/** 1xx are interim, but 101 hands the line over. */
function isFinal({ status }: Head): boolean {
  return status >= 200 || status === 101
}

function isWhole({ expects: { what } }: Reading, ended: boolean): boolean {
  return what === 'nothing' || (what === 'everything' && ended)
}

function answerOf(reading: Reading, ended: boolean): Answer {
  const { statusLine, status, headers, parts, trailers } = reading
  const complete = isWhole(reading, ended)
  return { statusLine, status, headers, body: Buffer.concat(parts), trailers, complete }
}

// status-line = HTTP-version SP status-code SP [ reason-phrase ]
const STATUS_LINE = /^HTTP\/\d\.\d (\d{3})(?: .*)?$/

function readHead(from: Buffer): (Step & { value: Head }) | undefined {
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
  // Only blanks and tabs surround a value (RFC 9110 §5.5): `trim` would take a non-breaking space too.
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')]
}

/** How the end of a body is known (RFC 9112 §6.3). */
function bodyOf(method: string, { status, headers }: Head): Expected {
  const bodiless = method === 'HEAD' || status < 200 || status === 204 || status === 304
  if (bodiless || (method === 'CONNECT' && status < 300)) return { what: 'nothing' }
  const value = (name: string) => headers.find(([given]) => given.toLowerCase() === name)?.[1]
  if (/\bchunked$/i.test(value('transfer-encoding') ?? '')) return { what: 'chunk size' }
  const length = value('content-length')
  return length !== undefined && /^\d+$/.test(length)
    ? afterBytes(Number(length), 'bytes', { what: 'nothing' })
    : { what: 'everything' }
}

/** Reads a piece of a body into an answer, unless it has not come yet or is not what it must be. */
function readOn(reading: Reading, from: Buffer): Step | undefined {
  const { expects } = reading
  switch (expects.what) {
    case 'nothing':
      return undefined
    case 'everything':
      return take(reading, from, from.length, expects)
    case 'bytes':
    case 'chunk data':
      return readBytes(reading, from, expects)
    case 'chunk size':
      return readChunkSize(reading, from)
    case 'chunk end':
      return readChunkEnd(reading, from)
    case 'trailer':
      return readTrailer(reading, from)
  }
}

type Counted = Extract<Expected, { left: number }>

function readBytes(reading: Reading, from: Buffer, { what, left }: Counted): Step | undefined {
  const length = Math.min(left, from.length)
  const next: Expected = { what: what === 'bytes' ? 'nothing' : 'chunk end' }
  return take(reading, from, length, afterBytes(left - length, what, next))
}

function afterBytes(left: number, what: Counted['what'], next: Expected): Expected {
  return left > 0 ? { what, left } : next
}

function take(reading: Reading, from: Buffer, length: number, next: Expected): Step | undefined {
  if (length === 0) return undefined
  reading.parts.push(from.subarray(0, length))
  reading.expects = next
  return { rest: from.subarray(length) }
}

// chunk = chunk-size [ chunk-ext ] CRLF chunk-data CRLF
const CHUNK_SIZE = /^([\da-f]+)[ \t]*(?:;.*)?$/i

function readChunkSize(reading: Reading, from: Buffer): Step | undefined {
  const line = readLine(from)
  const size = CHUNK_SIZE.exec(line?.value ?? '')?.[1]
  if (!line || size === undefined) return undefined
  reading.expects = afterBytes(Number.parseInt(size, 16), 'chunk data', { what: 'trailer' })
  return line
}

function readChunkEnd(reading: Reading, from: Buffer): Step | undefined {
  const line = readLine(from)
  if (line?.value !== '') return undefined
  reading.expects = { what: 'chunk size' }
  return line
}

function readTrailer(reading: Reading, from: Buffer): Step | undefined {
  const line = readLine(from)
  if (!line) return undefined
  if (line.value === '') reading.expects = { what: 'nothing' }
  else reading.trailers.push(headerOf(line.value))
  return line
}

function readLine(from: Buffer): (Step & { value: string }) | undefined {
  const end = from.indexOf('\r\n')
  if (end < 0) return undefined
  return { value: from.subarray(0, end).toString('latin1'), rest: from.subarray(end + 2) }
}
