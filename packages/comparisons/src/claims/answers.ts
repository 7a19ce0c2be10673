/**
 * What people say about answers and requests.
 *
 * @module
 */
import type { Saying } from './saying.ts'
import { answer, begun, header } from './see.ts'

/** In the order in which they are shown. */
export const answers: readonly Saying[] = [
  {
    id: 'ctx-body-sends',
    says: { en: 'ctx.body = … sends the response.', zh: 'ctx.body = … 会发送响应。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Koa, two bodies', zh: 'Koa，两次赋值' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler(ctx) {
            ctx.body = 'one'
            ctx.body = 'two'
          })
          return app
        },
        see: answer,
        predicts: '200 one',
      },
    ],
    because: {
      en: 'It only remembers; Koa sends what is there when the stack has settled.',
      zh: '它只是记住；整个栈完成后 Koa 才发送当时的值。',
    },
  },
  {
    id: 'res-send-ends-the-chain',
    says: { en: 'res.send() ends the chain.', zh: 'res.send() 会结束调用链。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express, without next()', zh: 'Express，没有 next()' },
        express: (express) => {
          const app = express()
          app.use(function first(_req, res) {
            res.send('hello')
          })
          app.use(function second() {})
          return app
        },
        see: begun,
        predicts: 'first',
      },
      {
        when: { en: 'Express, with next() behind it', zh: 'Express，之后调用 next()' },
        express: (express) => {
          const app = express()
          app.use(function first(_req, res, next) {
            res.send('hello')
            next()
          })
          app.use(function second() {})
          return app
        },
        see: begun,
        predicts: 'first',
      },
    ],
    because: {
      en: 'It ends the answer, not the walk: the chain goes on if next() is called, and the handler itself goes on in any case.',
      zh: '它结束的是应答，不是遍历：调用 next() 链条就会继续，处理函数本身也总会继续执行。',
    },
  },
  {
    id: 'res-send-text-is-plain',
    says: { en: 'res.send(text) sends plain text.', zh: 'res.send(字符串) 发送纯文本。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          app.use(function handler(_req, res) {
            res.send('hello')
          })
          return app
        },
        see: header('content-type'),
        predicts: 'text/plain; charset=utf-8',
      },
    ],
    because: {
      en: 'A string is HTML for Express, whatever is in it.',
      zh: '对 Express 来说字符串就是 HTML，不管内容是什么。',
    },
  },
  {
    id: 'koa-guesses-markup',
    says: { en: 'Koa looks into a text to find its type.', zh: 'Koa 会查看字符串内容来确定类型。' },
    verdict: 'true',
    experiments: [
      {
        when: { en: 'Koa, markup', zh: 'Koa，标记' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler(ctx) {
            ctx.body = '<p>hello</p>'
          })
          return app
        },
        see: header('content-type'),
        predicts: 'text/html; charset=utf-8',
      },
      {
        when: { en: 'Koa, a text', zh: 'Koa，纯文本' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler(ctx) {
            ctx.body = 'hello'
          })
          return app
        },
        see: header('content-type'),
        predicts: 'text/plain; charset=utf-8',
      },
    ],
    because: {
      en: 'What begins with “<” is HTML, all else plain text.',
      zh: '以“<”开头的是 HTML，其余是纯文本。',
    },
  },
  {
    id: 'null-is-an-empty-200',
    says: { en: 'null is sent as an empty 200.', zh: 'null 会作为空的 200 发送。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          app.use(function handler(_req, res) {
            res.send(null)
          })
          return app
        },
        see: answer,
        predicts: '200',
      },
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler(ctx) {
            ctx.body = null
          })
          return app
        },
        see: answer,
        predicts: '200',
      },
    ],
    because: { en: 'In Express; Koa makes it a 204.', zh: 'Express 里是；Koa 会变成 204。' },
  },
  {
    id: 'no-body-is-404-in-koa',
    says: { en: 'In Koa, no body means 404.', zh: '在 Koa 里，没有 body 就是 404。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Koa, nothing is set', zh: 'Koa，什么都没设' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler() {})
          return app
        },
        see: answer,
        predicts: '404 Not Found',
      },
      {
        when: { en: 'Koa, a status is set', zh: 'Koa，设置了状态码' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler(ctx) {
            ctx.status = 201
          })
          return app
        },
        see: answer,
        predicts: '404 Not Found',
      },
    ],
    because: {
      en: 'Only while nobody has set a status: that alone is an answer, with its reason phrase as body.',
      zh: '仅当没有人设置状态码时：只设状态码也是应答，响应体是状态说明文字。',
    },
  },
  {
    id: 'headers-come-first',
    says: { en: 'Headers must be set before the body.', zh: '头部必须在响应体之前设置。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          app.use(function handler(_req, res) {
            res.send('hello')
            res.set('X-Late', 'yes')
          })
          return app
        },
        see: header('x-late'),
        predicts: 'none',
      },
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler(ctx) {
            ctx.body = 'hello'
            ctx.set('X-Late', 'yes')
          })
          return app
        },
        see: header('x-late'),
        predicts: 'none',
      },
    ],
    because: {
      en: 'In Express, where the body sends them off. In Koa there is time until the stack has settled.',
      zh: 'Express 里是，因为响应体一写头部就发出。Koa 里在整个栈完成之前都来得及。',
    },
  },
  {
    id: 'express-parses-bodies',
    says: { en: 'Express parses JSON bodies by itself.', zh: 'Express 会自动解析 JSON 请求体。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express, without a parser', zh: 'Express，没有解析器' },
        request: {
          method: 'POST',
          headers: [['Content-Type', 'application/json']],
          body: '{"a":1}',
        },
        express: (express) => {
          const app = express()
          app.use(function handler(req, res) {
            res.send(JSON.stringify(req.body) ?? 'undefined')
          })
          return app
        },
        see: answer,
        predicts: '200 {"a":1}',
      },
    ],
    because: {
      en: 'req.body is undefined until a parser, express.json(), is used.',
      zh: '在使用 express.json() 之类的解析器之前，req.body 是 undefined。',
    },
  },
  {
    id: 'head-needs-a-route',
    says: { en: 'HEAD needs a route of its own.', zh: 'HEAD 需要单独的路由。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        request: { method: 'HEAD' },
        express: (express) => {
          const app = express()
          app.get('/', function handler(_req, res) {
            res.send('hello')
          })
          return app
        },
        see: answer,
        predicts: '404',
      },
      {
        when: { en: 'Koa’s router', zh: 'Koa 的路由器' },
        request: { method: 'HEAD' },
        koa: (Koa, { Router }) => {
          const app = new Koa()
          const router = new Router()
          router.get('/', function handler(ctx) {
            ctx.body = 'hello'
          })
          app.use(router.routes())
          return app
        },
        see: answer,
        predicts: '404',
      },
    ],
    because: { en: 'A route for GET answers HEAD as well.', zh: 'GET 的路由也会应答 HEAD。' },
  },
  {
    id: 'a-query-value-is-a-string',
    says: { en: 'A query value is a string.', zh: '查询参数的值是字符串。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express, once', zh: 'Express，一次' },
        request: { target: '/?a=1' },
        express: (express) => {
          const app = express()
          app.use(function handler(req, res) {
            res.send(typeof req.query['a'])
          })
          return app
        },
        see: answer,
        predicts: '200 string',
      },
      {
        when: { en: 'Express, twice', zh: 'Express，两次' },
        request: { target: '/?a=1&a=2' },
        express: (express) => {
          const app = express()
          app.use(function handler(req, res) {
            res.send(typeof req.query['a'])
          })
          return app
        },
        see: answer,
        predicts: '200 string',
      },
      {
        when: { en: 'Koa, twice', zh: 'Koa，两次' },
        request: { target: '/?a=1&a=2' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler(ctx) {
            ctx.body = typeof ctx.query['a']
          })
          return app
        },
        see: answer,
        predicts: '200 string',
      },
    ],
    because: {
      en: 'A name that stands twice becomes a list, on both sides.',
      zh: '名字重复时，两边都会变成数组。',
    },
  },
]
