import { defineStep } from '../../src/step.ts'
import { express } from './express.ts'
import type { ErrorHandler, Handler } from './router.ts'

/** Answers with what is left of the URL, and with what was taken off. */
const where: Handler = (req, res) => {
  res.end(`${req.url} of ${req.originalUrl}, mounted at "${req.baseUrl}"`)
}

export default defineStep({
  id: '4-router',
  title: { en: 'A router is a handler', zh: '路由器也是处理函数' },
  idea: {
    en: 'The stack moves out of the app into a **router**, a function with the same three parameters as any handler, whose `next` is the way out when nobody in it answers. So routers can be used in routers, to any depth. Each one sees only its own part of the URL: the path of the mount is cut off `req.url` on the way in, kept in `req.baseUrl`, and put back on the way out. An app is what remains: a router with a last resort and `listen`.',
    zh: '栈从应用移到**路由器**里。路由器是一个函数，参数与任何处理函数一样是三个；里面没有谁应答时，它的 `next` 就是出口。于是路由器可以放进路由器，层数不限。每个路由器只看到属于自己的那段 URL：进入时从 `req.url` 切掉挂载路径，记在 `req.baseUrl` 里，离开时再放回去。应用只剩下这些：一个路由器，加上最后的处理和 `listen`。',
  },
  missing: {
    en: 'Paths are plain text: there is no `/users/:id`.',
    zh: '路径只是普通文本：还没有 `/users/:id`。',
  },
  files: ['router.ts', 'express.ts'],
  subject: { express },
  cases: [
    {
      name: {
        en: 'takes the path of the mount off req.url',
        zh: '从 req.url 去掉挂载路径',
      },
      program: ({ express }) => express().use('/admin', where),
      request: { target: '/admin/users?a=1' },
      shows: { status: 200, body: '/users?a=1 of /admin/users?a=1, mounted at "/admin"' },
    },
    {
      name: {
        en: 'leaves a slash where nothing else is left',
        zh: '什么都不剩时，留一个斜杠',
      },
      program: ({ express }) => express().use('/admin', where),
      request: { target: '/admin?a=1' },
      shows: { status: 200, body: '/?a=1 of /admin?a=1, mounted at "/admin"' },
    },
    {
      name: {
        en: 'puts it back for what follows',
        zh: '为后面的函数放回去',
      },
      program: ({ express }) =>
        express()
          .use('/admin', (_req, _res, next) => next())
          .use(where),
      request: { target: '/admin/users' },
      shows: { status: 200, body: '/admin/users of /admin/users, mounted at ""' },
    },
    {
      name: {
        en: 'uses routers in routers',
        zh: '路由器里可以用路由器',
      },
      program: ({ express }) => {
        const users = express.Router().get('/ada', where)
        const admin = express.Router().use('/users', users)
        return express().use('/admin', admin)
      },
      request: { target: '/admin/users/ada' },
      shows: { status: 200, body: '/ada of /admin/users/ada, mounted at "/admin/users"' },
    },
    {
      name: {
        en: 'goes on outside where nobody in a router answers',
        zh: '路由器里没有人应答，就到外面继续',
      },
      program: ({ express }) => {
        const admin = express.Router().get('/users', where)
        return express().use('/admin', admin).use(where)
      },
      request: { target: '/admin/books' },
      shows: { status: 200, body: '/admin/books of /admin/books, mounted at ""' },
    },
    {
      name: {
        en: 'leaves a router by next("router")',
        zh: '用 next("router") 离开路由器',
      },
      program: ({ express }) => {
        const closed = express
          .Router()
          .use((_req, _res, next) => next('router'))
          .use(where)
        return express()
          .use('/closed', closed)
          .use((_req, res) => {
            res.end('outside')
          })
      },
      request: { target: '/closed/door' },
      shows: { status: 200, body: 'outside' },
    },
    {
      name: {
        en: 'takes an error out of a router',
        zh: '错误会从路由器里传出来',
      },
      program: ({ express }) => {
        const broken = express.Router().get('/', () => {
          throw new Error('inside')
        })
        const tell: ErrorHandler = (err, req, res, _next) => {
          res.end(`${err.message}, told at "${req.baseUrl}"`)
        }
        return express().use('/broken', broken).use(tell)
      },
      request: { target: '/broken' },
      shows: { status: 200, body: 'inside, told at ""' },
    },
    {
      name: {
        en: 'uses an app as it uses a router',
        zh: '应用也可以像路由器那样使用',
      },
      program: ({ express }) => express().use('/inner', express().get('/page', where)),
      request: { target: '/inner/page' },
      shows: { status: 200, body: '/page of /inner/page, mounted at "/inner"' },
    },
  ],
})
