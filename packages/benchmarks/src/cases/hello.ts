/**
 * The least that an app can do.
 *
 * @module
 */
import { get, type HttpCase } from '../case.ts'
import { saying } from '../raw.ts'

export const hello: HttpCase = {
  id: 'hello',
  title: { en: 'hello', zh: 'hello' },
  ask: get('/'),
  express(express) {
    const app = express()
    app.get('/', (_req, res) => {
      res.send('hello')
    })
    return app
  },
  koa({ Koa }) {
    const app = new Koa()
    app.use((ctx) => {
      ctx.body = 'hello'
    })
    return app
  },
  raw: {
    express: saying({
      headers: {
        'X-Powered-By': 'Express',
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': '5',
        ETag: 'W/"5-qvTGHdzF6KLavt4PO0gs2a6pQ00"',
      },
      body: 'hello',
    }),
    koa: saying({
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': '5' },
      body: 'hello',
    }),
  },
}
