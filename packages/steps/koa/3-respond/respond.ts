/**
 * A value becomes bytes: what happens once every middleware has settled.
 *
 * @module
 */
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { isStream, type Response } from './response.ts'

/** What has no body, whatever was set. */
const EMPTY = [204, 205, 304]

/** What of a context is needed here. */
interface Answering {
  res: ServerResponse
  response: Response
}

// #region respond
/** Writes the answer that the middleware left in `ctx.response`. Node itself leaves out what a `HEAD` does not want. */
export function respond({ res, response }: Answering): void {
  const { body, status } = response
  if (res.writableEnded) return
  if (EMPTY.includes(status)) res.end()
  else if (body == null) statusInWords(res, response.message)
  else if (isStream(body)) pipeline(body, res, () => {})
  else if (typeof body === 'string' || Buffer.isBuffer(body)) res.end(body)
  else json(res, body)
}
// #endregion respond

function json(res: ServerResponse, body: object): void {
  const text = JSON.stringify(body)
  res.setHeader('Content-Length', Buffer.byteLength(text))
  res.end(text)
}

function statusInWords(res: ServerResponse, message: string): void {
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.setHeader('Content-Length', Buffer.byteLength(message))
  res.end(message)
}
