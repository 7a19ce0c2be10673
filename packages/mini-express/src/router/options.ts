/**
 * `OPTIONS` answered by itself, where nobody else does: with the methods of every route that fits.
 *
 * @module
 * @upstream router/index.js#sendOptionsResponse
 * @counterpart mini-koa/src/router/allowed-methods.ts
 */
import type { Response } from '../response.ts'

/**
 * Answers with the list of methods.
 *
 * @param methods - In capitals; may hold one more than once.
 */
export function sendOptionsResponse(res: Response, methods: readonly string[]): void {
  const allow = [...new Set(methods)].sort().join(', ')
  res.setHeader('Allow', allow)
  res.setHeader('Content-Length', Buffer.byteLength(allow))
  res.setHeader('Content-Type', 'text/plain')
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.end(allow)
}
