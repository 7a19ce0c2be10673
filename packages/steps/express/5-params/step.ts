import { defineStep } from '../../src/step.ts'
import { express } from './express.ts'
import type { ErrorHandler, Handler } from './router.ts'

/** Answers with what the path gave. */
const params: Handler = (req, res) => {
  res.end(JSON.stringify(req.params))
}

export default defineStep({
  id: '5-params',
  title: { en: 'Parameters and routes', zh: '参数与 route' },
  idea: {
    en: 'A path becomes a pattern: `/users/:id` fits many URLs and says what stood in the place of `:id`. Reading patterns is grammar, so a library does it (path-to-regexp, as in Express). What it gives belongs to **one layer**: `req.params` is set anew for each, and put back when a router is left. And the handlers of one path become a **route**, a small stack behind one layer, with a way out of its own, `next("route")`.',
    zh: '路径变成模式：`/users/:id` 适合许多 URL，并说出 `:id` 处是什么。解析模式属于语法，交给库来做（path-to-regexp，与 Express 相同）。它给出的结果只属于**一个层**：`req.params` 对每层重新设置，离开路由器时恢复。同一路径的处理函数则组成一个 **route**：一个层背后的小栈，有自己的出口 `next("route")`。',
  },
  missing: {
    en: '`req` and `res` are Node’s own: there is no `res.send`.',
    zh: '`req` 和 `res` 仍是 Node 自己的：没有 `res.send`。',
  },
  files: ['router.ts', 'layer.ts', 'route.ts', 'express.ts'],
  subject: { express },
  cases: [
    {
      name: {
        en: 'gives the parts of a path by name',
        zh: '按名字给出路径的各部分',
      },
      program: ({ express }) => express().get('/users/:user/books/:book', params),
      request: { target: '/users/ada/books/a%20b' },
      shows: { status: 200, body: '{"user":"ada","book":"a b"}' },
    },
    {
      name: {
        en: 'takes a mount with a parameter off the URL',
        zh: '挂载路径带参数，也从 URL 去掉',
      },
      program: ({ express }) =>
        express().use('/users/:id', (req, res) => {
          res.end(`${req.params['id']} ${req.url} ${req.baseUrl}`)
        }),
      request: { target: '/users/7/books' },
      shows: { status: 200, body: '7 /books /users/7' },
    },
    {
      name: {
        en: 'gives each layer its own params, and puts those outside back',
        zh: '每层有自己的 params，外面的会恢复',
      },
      program: ({ express }) => {
        const seen: unknown[] = []
        const note: Handler = (req, _res, next) => {
          seen.push({ ...req.params })
          next()
        }
        const inner = express.Router().get('/:inner', note)
        return express()
          .use('/:outer', inner, note)
          .use((_req, res) => {
            res.end(JSON.stringify(seen))
          })
      },
      request: { target: '/a/b' },
      shows: { status: 200, body: '[{"inner":"b"},{"outer":"a"}]' },
    },
    {
      name: {
        en: 'says 400 for a part that cannot be decoded',
        zh: '无法解码的部分回答 400',
      },
      program: ({ express }) => {
        const tell: ErrorHandler = (err, _req, res, _next) => {
          res.statusCode = (err as Error & { status: number }).status
          res.end(err.message)
        }
        return express().get('/users/:id', params).use(tell)
      },
      request: { target: '/users/%zz' },
      shows: { status: 400, body: "Failed to decode param '%zz'" },
    },
    {
      name: {
        en: 'holds the methods of one path in a route',
        zh: '一个 route 容纳同一路径的各个方法',
      },
      program: ({ express }) => {
        const app = express()
        app
          .route('/a')
          .all((_req, res, next) => {
            res.setHeader('X-All', 'yes')
            next()
          })
          .get((_req, res) => {
            res.end('got')
          })
          .put((_req, res) => {
            res.end('put')
          })
        return app
      },
      request: { method: 'PUT', target: '/a' },
      shows: { status: 200, body: 'put', headers: { 'x-all': 'yes' } },
    },
    {
      name: {
        en: 'leaves a route by next("route")',
        zh: '用 next("route") 离开 route',
      },
      program: ({ express }) =>
        express()
          .get(
            '/:name',
            (req, _res, next) => next(req.params['name'] === 'ada' ? undefined : 'route'),
            (_req, res) => {
              res.end('welcome')
            },
          )
          .get('/:name', (_req, res) => {
            res.end('who are you?')
          }),
      request: { target: '/eve' },
      shows: { status: 200, body: 'who are you?' },
    },
  ],
})
