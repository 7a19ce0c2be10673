import { defineStep } from '../../src/step.ts'
import { express } from './express.ts'

export default defineStep({
  id: '3-paths',
  title: { en: 'Paths and methods', zh: '路径与方法' },
  idea: {
    en: 'Routing is not a second mechanism. The stack holds **layers** now, a function and the requests that it is for, and `next()` passes over those that do not fit. `use` takes every path *below* its own, the verbs take one path exactly. The order in which things were added still decides everything.',
    zh: '路由不是另一套机制。栈里现在放的是**层**（layer）：一个函数，加上它所针对的请求；`next()` 会跳过不合适的层。`use` 接受自己路径*之下*的一切，各个动词方法则要求路径完全相同。决定一切的，仍是添加的先后次序。',
  },
  missing: {
    en: 'All routes stand in one app, and a handler mounted at `/admin` still sees `/admin` in `req.url`.',
    zh: '所有路由都挤在一个应用里；挂在 `/admin` 下的处理函数，在 `req.url` 里看到的仍带着 `/admin`。',
  },
  files: ['express.ts'],
  subject: { express },
  cases: [
    {
      name: {
        en: 'calls a handler for its own method and path',
        zh: '按方法和路径调用处理函数',
      },
      program: ({ express }) =>
        express()
          .get('/a', (_req, res) => {
            res.end('got a')
          })
          .post('/a', (_req, res) => {
            res.end('posted a')
          }),
      request: { method: 'POST', target: '/a' },
      shows: { status: 200, body: 'posted a' },
    },
    {
      name: {
        en: 'says 404 for a path that has no handler',
        zh: '路径没有处理函数时回答 404',
      },
      program: ({ express }) =>
        express().get('/a', (_req, res) => {
          res.end('a')
        }),
      request: { target: '/a/b' },
      shows: { status: 404, body: /Cannot GET \/a\/b/ },
    },
    {
      name: {
        en: 'does not mind capitals, a last slash or a query',
        zh: '不在意大小写、末尾的斜杠和查询参数',
      },
      program: ({ express }) =>
        express().get('/Books', (_req, res) => {
          res.end('books')
        }),
      request: { target: '/books/?page=2' },
      shows: { status: 200, body: 'books' },
    },
    {
      name: {
        en: 'uses a function for everything below its path',
        zh: '路径之下的一切都会用到这个函数',
      },
      program: ({ express }) =>
        express()
          .use('/admin', (_req, res, next) => {
            res.setHeader('X-Admin', 'yes')
            next()
          })
          .get('/admin/users', (_req, res) => {
            res.end('users')
          }),
      request: { target: '/admin/users' },
      shows: { status: 200, body: 'users', headers: { 'x-admin': 'yes' } },
    },
    {
      name: {
        en: 'takes whole segments: /admin is no beginning of /administrator',
        zh: '只认完整的段：/admin 不是 /administrator 的开头',
      },
      program: ({ express }) =>
        express()
          .use('/admin', (_req, res) => {
            res.end('admin')
          })
          .get('/administrator', (_req, res) => {
            res.end('administrator')
          }),
      request: { target: '/administrator' },
      shows: { status: 200, body: 'administrator' },
    },
    {
      name: {
        en: 'runs several handlers of one path in order',
        zh: '同一路径的多个处理函数依次运行',
      },
      program: ({ express }) =>
        express().get(
          '/',
          (_req, res, next) => {
            res.setHeader('X-Checked', 'yes')
            next()
          },
          (_req, res) => {
            res.end('checked')
          },
        ),
      shows: { status: 200, body: 'checked', headers: { 'x-checked': 'yes' } },
    },
    {
      name: {
        en: 'lets get answer HEAD',
        zh: '让 get 应答 HEAD',
      },
      program: ({ express }) =>
        express().get('/', (_req, res) => {
          res.setHeader('X-Got', 'yes')
          res.end('a body')
        }),
      request: { method: 'HEAD' },
      shows: { status: 200, body: '', headers: { 'x-got': 'yes' } },
    },
  ],
})
