/**
 * Comparisons and their like as JSON: bytes become text where they are text, base64 where they are not.
 *
 * @module
 */
import { isUtf8 } from 'node:buffer'

/** Writes a comparison, or a report, as JSON; a body is `{ "text": … }` or `{ "base64": … }`. */
export function toJson(value: object): string {
  // Read from its holder: a Buffer's own `toJSON` has run before a replacer sees the value.
  return JSON.stringify(
    value,
    function replace(this: Record<string, unknown>, key: string, written: unknown) {
      const own = this[key]
      return isBytes(own) ? encode(own) : written
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
