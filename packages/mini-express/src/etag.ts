/**
 * Entity tags: a body's length and SHA-1, as the `etag` package writes them.
 *
 * Fast because a short text is looked up rather than hashed again, and because a hash is asked for in one call:
 * the package makes an object of OpenSSL's each time, which the garbage collector must see off.
 *
 * @module
 * @upstream etag/index.js
 */
import { hash } from 'node:crypto'
import { remembering } from './utils.ts'

/** Makes an entity tag for a body. */
export type ETagFunction = (body: string | Buffer, encoding?: BufferEncoding) => string | undefined

/** The tag of a body that may be sent in another form, such as compressed. */
export function weakETag(body: string | Buffer, encoding?: BufferEncoding): string {
  return `W/${strongETag(body, encoding)}`
}

/** The tag of a body that is the same to the byte. */
export function strongETag(body: string | Buffer, encoding: BufferEncoding = 'utf8'): string {
  if (typeof body !== 'string') return tagOf(body)
  return encoding === 'utf8' ? tagOfText(body) : tagOf(Buffer.from(body, encoding))
}

/** Whether a setting is one of these functions, to which a text may be given as it is. */
export function takesText(fn: ETagFunction): boolean {
  return fn === weakETag || fn === strongETag
}

const tagOfText = remembering(tagOf)

/** @upstream etag/index.js#entitytag */
function tagOf(body: string | Buffer): string {
  const length = Buffer.byteLength(body)
  return `"${length.toString(16)}-${hash('sha1', body, 'base64').slice(0, 27)}"`
}
