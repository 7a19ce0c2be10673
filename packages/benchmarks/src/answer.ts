/**
 * One answer as bytes: where it ends, and whether two are the same.
 *
 * @module
 */
import type { Ask } from './case.ts'

/** A request as it goes out on a connection that is kept. */
export function requestBytes({ method, path, headers = {}, body }: Ask): Buffer {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ Host: 'localhost', ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`)
}

/** Whether bytes are one whole answer to a request that is not `HEAD`. */
export function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf('\r\n\r\n')
  if (end === -1) return false
  const head = bytes.toString('latin1', 0, end)
  const body = bytes.subarray(end + 4)
  // These have no body, whatever their headers say (RFC 9112 §6.3).
  if (/^HTTP\/1\.1 (?:1\d\d|204|304) /.test(head)) return true
  if (/^transfer-encoding: chunked$/im.test(head))
    return body.toString('latin1').endsWith(LAST_CHUNK)
  return body.length >= Number(/^content-length: (\d+)$/im.exec(head)?.[1])
}

const LAST_CHUNK = '0\r\n\r\n'

/** What may differ between two answers to the same request: when each was given. */
export function withoutDate(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/^Date: [^\r\n]*/m, 'Date: …')
}

/** What follows the headers. */
export function bodyOf(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  return text.slice(text.indexOf('\r\n\r\n') + 4)
}
