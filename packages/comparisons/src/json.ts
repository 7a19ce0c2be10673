/**
 * Comparisons as JSON: bytes become text where they are text, base64 where they are not.
 *
 * @module
 */
import { isUtf8 } from 'node:buffer'
import type { Comparison } from './compare.ts'

/** Writes a comparison as JSON; a body is `{ "text": … }` or `{ "base64": … }`. */
export function toJson(comparison: Comparison): string {
  // Read from its holder: a Buffer's own `toJSON` has run before a replacer sees the value.
  return JSON.stringify(
    comparison,
    function replace(this: Record<string, unknown>, key: string, value: unknown) {
      const own = this[key]
      return isBytes(own) ? encode(own) : value
    },
    2,
  )
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array
}

function encode(bytes: Uint8Array): { text: string } | { base64: string } {
  const buffer = Buffer.from(bytes)
  return isUtf8(buffer) ? { text: buffer.toString('utf8') } : { base64: buffer.toString('base64') }
}
