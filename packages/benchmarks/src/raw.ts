/**
 * What the listeners on bare `node:http` have in common.
 *
 * @module
 */
import type { OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http'

/** Headers, status and body of an answer, known beforehand. */
export interface Prepared {
  status?: number
  headers: OutgoingHttpHeaders
  body?: string
}

/** A listener that says the same to everybody. Nothing that Node has to offer is faster. */
export function saying(answer: Prepared): () => RequestListener {
  return () => (_req, res) => say(res, answer)
}

/** Answers in two calls. */
export function say(res: ServerResponse, { status = 200, headers, body }: Prepared): void {
  res.writeHead(status, headers)
  res.end(body)
}
