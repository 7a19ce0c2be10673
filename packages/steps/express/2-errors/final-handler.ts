/**
 * The end of the stack: nobody has answered, or nobody has taken the error.
 *
 * @module
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

// #region final
/** Answers 404, or with the error's status, and prints the error. */
export function finalHandler(err: unknown, req: IncomingMessage, res: ServerResponse): void {
  if (err) console.error(textOf(err))
  if (res.headersSent) {
    // Half an answer is out: a broken connection is the only way left to say that it is no good.
    if (err) req.socket.destroy()
    return
  }
  res.statusCode = err ? statusOf(err) : 404
  res.end(err ? textOf(err) : `Cannot ${req.method} ${req.url}\n`)
}
// #endregion final

function textOf(err: unknown): string {
  return (err as Error).stack ?? String(err)
}

function statusOf(err: unknown): number {
  const { status } = err as { status?: unknown }
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}
