/**
 * A request as bytes on the wire: exactly the header lines that were asked for, in their order and case.
 *
 * @module
 */
import type { RequestSpec } from './observation.ts'

const CRLF = '\r\n'

/**
 * Writes a request as it will stand on the wire. `Host` and the body's framing are added where absent.
 *
 * @param spec - What to ask; its `raw`, if any, goes out untouched.
 * @param host - For the `Host` line: `127.0.0.1:8080`.
 * @throws TypeError for what a method, target or header cannot hold, naming the field: that is what `raw` is for.
 */
export function serialize(spec: RequestSpec, host: string): Buffer {
  if (spec.raw !== undefined) return bytes(spec.raw)
  const method = spec.method ?? 'GET'
  const target = spec.target ?? '/'
  refuseUnwritable('method', method)
  refuseUnwritable('target', target)

  const lines = [`${method} ${target} HTTP/1.1`]
  for (const [name, value] of withDefaults(spec, host)) {
    refuseUnwritable('header name', name)
    refuseUnwritable(`header ${name}`, value)
    lines.push(`${name}: ${value}`)
  }
  const head = Buffer.from(lines.join(CRLF) + CRLF + CRLF, 'latin1')
  return Buffer.concat([head, ...bodyOf(spec)])
}

/** The method that will be sent, for it decides whether the answer has a body. */
export function methodOf({ raw, method = 'GET' }: RequestSpec): string {
  if (raw === undefined) return method
  return bytes(raw).toString('latin1').split(' ', 1)[0] ?? ''
}

/** What the request is called in reports. */
export function nameOf(spec: RequestSpec): string {
  if (spec.name !== undefined) return spec.name
  if (spec.raw !== undefined) return 'raw bytes'
  return `${spec.method ?? 'GET'} ${spec.target ?? '/'}`
}

function withDefaults({ headers = [], body }: RequestSpec, host: string) {
  const given = new Set(headers.map(([name]) => name.toLowerCase()))
  const added: [string, string][] = []
  if (!given.has('host')) added.push(['Host', host])
  const framed = given.has('content-length') || given.has('transfer-encoding')
  if (body !== undefined && !framed) {
    added.push(
      isChunks(body)
        ? ['Transfer-Encoding', 'chunked']
        : ['Content-Length', String(bytes(body).length)],
    )
  }
  return [...added, ...headers]
}

function bodyOf({ headers = [], body }: RequestSpec): Buffer[] {
  if (body === undefined) return []
  if (!isChunks(body)) return [bytes(body)]
  // A length that is given counts the body itself: a list is then only sent piece after piece.
  if (headers.some(([name]) => name.toLowerCase() === 'content-length')) return body.map(bytes)
  return [...body.map(chunk), Buffer.from(`0${CRLF}${CRLF}`)]
}

function chunk(part: string | Uint8Array): Buffer {
  const data = bytes(part)
  // A chunk of no bytes would be read as the last one.
  if (data.length === 0) throw new TypeError('body: a chunk must not be empty')
  return Buffer.concat([Buffer.from(data.length.toString(16) + CRLF), data, Buffer.from(CRLF)])
}

function isChunks(
  body: NonNullable<RequestSpec['body']>,
): body is ReadonlyArray<string | Uint8Array> {
  return Array.isArray(body)
}

function bytes(value: string | Uint8Array): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : Buffer.from(value)
}

function refuseUnwritable(field: string, value: string): void {
  const refuse = (what: string) => {
    throw new TypeError(`${field}: ${JSON.stringify(value)} holds ${what}; use \`raw\` for that`)
  }
  if (/[\r\n]/.test(value)) refuse('a line break')
  // A head is written byte by character: of anything above, a part would be lost in silence.
  if (/[^\0-\xff]/.test(value)) refuse('a character beyond U+00FF')
}
