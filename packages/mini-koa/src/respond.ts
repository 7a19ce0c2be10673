/**
 * A value becomes bytes: what happens once every middleware has settled.
 *
 * @module
 * @upstream koa/lib/application.js#respond
 * @counterpart mini-express/src/send.ts
 */
import { pipeline } from 'node:stream'
import statuses from 'statuses'
import { readableOf } from './body-kinds.ts'
import type { Context } from './context.ts'

/**
 * Writes the response that the middleware left in `ctx`.
 *
 * @upstream koa/lib/application.js#respond
 */
export function respond(ctx: Context): unknown {
  if (ctx.respond === false) return
  if (!ctx.writable) return ctx.res.end()
  if (statuses.empty[ctx.status]) return withoutBody(ctx)
  if (ctx.method === 'HEAD') return headersOnly(ctx)
  if (ctx.body == null) return ctx.response._explicitNullBody ? nothing(ctx) : statusText(ctx)
  return write(ctx, ctx.body)
}

/** 204, 205 and 304 have no body, whatever was set. */
function withoutBody(ctx: Context): unknown {
  ctx.body = null
  return ctx.res.end()
}

/** The length a GET would have had (RFC 9110 §9.3.2). */
function headersOnly(ctx: Context): unknown {
  const { res, response } = ctx
  if (!res.headersSent && !response.has('Content-Length')) {
    const { length } = response
    if (Number.isInteger(length)) ctx.length = length
  }
  return res.end()
}

/** `ctx.body = null` under a status that allows a body. */
function nothing(ctx: Context): unknown {
  ctx.response.remove('Content-Type')
  ctx.response.remove('Transfer-Encoding')
  ctx.length = 0
  return ctx.res.end()
}

/** Nobody set a body: the client is told the status in words, for which HTTP/2 has no place. */
function statusText(ctx: Context): unknown {
  const { req, res, status } = ctx
  const text = req.httpVersionMajor >= 2 ? String(status) : ctx.message || String(status)
  if (!res.headersSent) {
    ctx.type = 'text'
    ctx.length = Buffer.byteLength(text)
  }
  return res.end(text)
}

function write(ctx: Context, body: unknown): unknown {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return ctx.res.end(body)
  const readable = readableOf(body)
  if (!readable) return json(ctx, body)
  return pipeline(readable, ctx.res, (err) => {
    if (err && ctx.app.listenerCount('error') > 0) ctx.onerror(err)
  })
}

function json(ctx: Context, body: unknown): unknown {
  const text = JSON.stringify(body)
  if (!ctx.res.headersSent) ctx.length = Buffer.byteLength(text)
  return ctx.res.end(text)
}
