import { defineStep } from '../../src/step.ts'
import { express } from './express.ts'

export default defineStep({
  id: '7-mini',
  title: { en: 'The mini', zh: 'mini 本身' },
  idea: {
    en: 'The rest is width, not depth: settings, `req.query`, content negotiation, `ETag` and `304`, cookies, files, views, body parsers. Each stands in a file of its own in mini-express, under the name that it has in Express, and is compared with Express byte for byte.',
    zh: '剩下的是广度，不再是深度：设置、`req.query`、内容协商、`ETag` 与 `304`、cookie、文件、视图、请求体解析。它们在 mini-express 里各占一个文件，沿用 Express 里的名字，并与 Express 逐字节比较。',
  },
  missing: {
    en: 'What is different from Express on purpose is listed, with reasons, in mini-express’s README.',
    zh: '与 Express 有意不同之处及其原因，列在 mini-express 的 README 里。',
  },
  files: ['express.ts'],
  subject: { express },
  cases: [
    {
      name: {
        en: 'answers 304 where the client has it already',
        zh: '客户端已经有了，就回答 304',
      },
      program: ({ express }) => {
        const app = express()
        app.get('/', (_req, res) => res.send('hello'))
        return app
      },
      request: { headers: [['If-None-Match', 'W/"5-qvTGHdzF6KLavt4PO0gs2a6pQ00"']] },
      shows: { status: 304, body: '' },
    },
    {
      name: {
        en: 'reads a JSON body',
        zh: '读取 JSON 正文',
      },
      program: ({ express }) => {
        const app = express()
        app.post('/', express.json(), (req, res) => res.send(`hello ${req.body.name}`))
        return app
      },
      request: {
        method: 'POST',
        headers: [['Content-Type', 'application/json']],
        body: '{"name":"Ada"}',
      },
      shows: { status: 200, body: 'hello Ada' },
    },
    {
      name: {
        en: 'says which methods a path takes',
        zh: '说明一个路径接受哪些方法',
      },
      program: ({ express }) => {
        const app = express()
        app
          .route('/')
          .get((_req, res) => res.send('got'))
          .put((_req, res) => res.send('put'))
        return app
      },
      request: { method: 'OPTIONS' },
      shows: { status: 200, headers: { allow: 'GET, HEAD, PUT' } },
    },
  ],
})
