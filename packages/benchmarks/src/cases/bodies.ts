/**
 * Bodies that go out, and one that comes in.
 *
 * @module
 */
import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import { get, type HttpCase } from '../case.ts'
import { type Answer, expressText, koaText, say, saying, weakETag } from '../raw.ts'

/** An answer of about so many thousand bytes of JSON. */
export function json(kilobytes: number): HttpCase {
  // 50 bytes each.
  const value = Array.from({ length: kilobytes * 20 }, (_, id) => ({
    id: 10_000 + id,
    name: 'Ada Lovelace',
    born: 1815,
  }))
  const raw = (headers: OutgoingHttpHeaders, trailing?: OutgoingHttpHeaders) => () => {
    const listener: RequestListener = (_req, res) => {
      const body = JSON.stringify(value)
      const length = { 'Content-Length': Buffer.byteLength(body) }
      say(res, { headers: { ...headers, ...length, ...trailing }, body })
    }
    return listener
  }
  return {
    kind: 'http',
    id: `json-${kilobytes}k`,
    title: { en: `JSON, ${kilobytes} kB`, zh: `${kilobytes} kB 的 JSON` },
    unit: 'µs',
    ask: get('/'),
    express({ express }) {
      const app = express()
      app.get('/', (_req, res) => {
        res.json(value)
      })
      return app
    },
    koa({ Koa }) {
      const app = new Koa()
      app.use((ctx) => {
        ctx.body = value
      })
      return app
    },
    raw: {
      express: raw(
        { 'X-Powered-By': 'Express', ...JSON_TYPE },
        { ETag: weakETag(JSON.stringify(value)) },
      ),
      koa: raw(JSON_TYPE),
    },
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' }

/** An answer of so many thousand bytes of text. */
export function text(kilobytes: number): HttpCase {
  const body = 'Express calls next. Koa awaits it. '
    .repeat(kilobytes * 30)
    .slice(0, kilobytes * 1024)
  return {
    kind: 'http',
    id: `text-${kilobytes}k`,
    title: { en: `text, ${kilobytes} kB`, zh: `${kilobytes} kB 的文本` },
    unit: 'µs',
    ask: get('/'),
    express({ express }) {
      const app = express()
      app.get('/', (_req, res) => {
        res.send(body)
      })
      return app
    },
    koa({ Koa }) {
      const app = new Koa()
      app.use((ctx) => {
        ctx.body = body
      })
      return app
    },
    raw: {
      express: saying(expressText(body)),
      koa: saying(koaText(body)),
    },
  }
}

const SENT = JSON.stringify({ name: 'Ada', children: [{ name: 'Byron' }, { name: 'Anne' }] })

/** A small body that is read, parsed, and told back. */
export const postJson: HttpCase = {
  kind: 'http',
  id: 'post-json',
  title: { en: 'POST JSON', zh: 'POST JSON' },
  unit: 'µs',
  ask: {
    method: 'POST',
    path: '/',
    headers: { 'Content-Type': 'application/json' },
    body: SENT,
  },
  koaTools: ['koaBody'],
  express({ express }) {
    const app = express()
    app.use(express.json())
    app.post('/', (req, res) => {
      res.send(req.body.name)
    })
    return app
  },
  koa({ Koa, koaBody }) {
    const app = new Koa()
    app.use(koaBody())
    app.use((ctx) => {
      ctx.body = (ctx.request.body as { name: string }).name
    })
    return app
  },
  raw: {
    express: () => readingJson((name) => expressText(name)),
    koa: () => readingJson((name) => koaText(name)),
  },
}

/** Tagged only once, as in all cases: see {@link weakETag}. */
function readingJson(answerTo: (name: string) => Answer): RequestListener {
  const answer = answerTo(JSON.parse(SENT).name)
  return (req, res) => {
    let text = ''
    req.setEncoding('utf8')
    req.on('data', (chunk) => {
      text += chunk
    })
    req.on('end', () => {
      const { name } = JSON.parse(text)
      say(res, { ...answer, body: name })
    })
  }
}
