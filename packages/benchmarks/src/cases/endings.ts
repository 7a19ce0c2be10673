/**
 * Requests that end otherwise: with an error, with nobody to answer, with nothing new.
 *
 * @module
 */
import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import { get, type HttpCase } from '../case.ts'
import { type Answer, koaText, say, saying, weakETag } from '../raw.ts'
import { helloPrograms } from './hello.ts'

/** A handler throws. Whoever answers has printed the stack as well; in a launch that goes nowhere. */
export const error: HttpCase = {
  kind: 'http',
  id: 'error',
  title: { en: 'an error', zh: '出错' },
  unit: 'µs',
  ask: get('/'),
  express({ express }) {
    const app = express()
    app.get('/', () => {
      throw new Error('broken')
    })
    return app
  },
  koa({ Koa }) {
    const app = new Koa()
    app.use(() => {
      throw new Error('broken')
    })
    return app
  },
  raw: {
    express: () => failing(expressPage(500, 'Internal Server Error')),
    koa: () => failing({ ...koaText('Internal Server Error'), status: 500 }),
  },
}

function failing(answer: Answer): RequestListener {
  return (_req, res) => {
    try {
      throw new Error('broken')
    } catch (err) {
      console.error((err as Error).stack)
      say(res, answer)
    }
  }
}

/** Nobody answers. */
export const notFound: HttpCase = {
  kind: 'http',
  id: 'not-found',
  title: { en: '404', zh: '404' },
  unit: 'µs',
  ask: get('/missing'),
  express: helloPrograms.express,
  koa({ Koa }) {
    const app = new Koa()
    app.use((_ctx, next) => next())
    return app
  },
  raw: {
    express: saying(expressPage(404, 'Cannot GET /missing')),
    koa: saying({ ...koaText('Not Found'), status: 404 }),
  },
}

/** The page with which Express ends. */
function expressPage(status: number, message: string): Answer {
  const body = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>${message}</pre>
</body>
</html>
`
  return {
    status,
    headers: {
      'X-Powered-By': 'Express',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
    },
    body,
  }
}

const TAG = weakETag('hello')

/** The client has it already. */
export const notModified: HttpCase = {
  kind: 'http',
  id: 'not-modified',
  title: { en: '304', zh: '304' },
  unit: 'µs',
  ask: get('/', { 'If-None-Match': TAG }),
  express: helloPrograms.express,
  koa({ Koa }) {
    const app = new Koa()
    app.use((ctx) => {
      ctx.status = 200
      ctx.etag = TAG
      if (ctx.fresh) ctx.status = 304
      else ctx.body = 'hello'
    })
    return app
  },
  raw: {
    express: () => unlessKnown({ 'X-Powered-By': 'Express', ETag: TAG }),
    koa: () => unlessKnown({ ETag: TAG }),
  },
}

function unlessKnown(headers: OutgoingHttpHeaders): RequestListener {
  return (req, res) => {
    if (req.headers['if-none-match'] === TAG) say(res, { status: 304, headers })
    else say(res, { headers, body: 'hello' })
  }
}
