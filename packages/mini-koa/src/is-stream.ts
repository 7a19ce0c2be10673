/**
 * What counts as a stream: Node's own, and whatever walks and talks like a readable one.
 *
 * @module
 * @upstream koa/lib/is-stream.js
 */
import { type Readable, Stream } from 'node:stream'

/** The members by which a stream of another library, or another copy of one, is told. */
const READABLE = {
  readable: 'boolean',
  readableObjectMode: 'boolean',
  destroyed: 'boolean',
  pipe: 'function',
  read: 'function',
  destroy: 'function',
} as const

/**
 * Whether a value is a stream that a response can be made of.
 *
 * @upstream koa/lib/is-stream.js
 */
export function isStream(value: unknown): value is Readable {
  if (value instanceof Stream) return true
  if (typeof value !== 'object' || value === null) return false
  const stream = value as Record<string, unknown>
  return (
    Boolean(stream['readable']) &&
    Object.entries(READABLE).every(([name, type]) => typeof stream[name] === type)
  )
}
