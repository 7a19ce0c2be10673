import { defineStep } from '../../src/step.ts'
import { compose } from '../1-compose/compose.ts'
import { Koa } from './koa.ts'

export default defineStep({
  id: '2-context',
  title: { en: 'The context', zh: '上下文' },
  idea: {
    en: 'Express adds to Node’s own two objects. Koa leaves them alone and makes an object of its own for each request, the **context**, with two views: `ctx.request` reads from `req`, `ctx.response` writes to `res`, and neither keeps anything. All three inherit from objects that belong to the app, `app.context`, `app.request` and `app.response`: what somebody adds there, every middleware has.',
    zh: 'Express 往 Node 自己的两个对象上添加东西。Koa 不碰它们，而是为每个请求造一个自己的对象：**上下文**。它带着两个视图：`ctx.request` 从 `req` 读，`ctx.response` 往 `res` 写，自己什么也不存。三者分别继承属于应用的对象 `app.context`、`app.request` 和 `app.response`：往那里添加的东西，每个中间件都能用。',
  },
  missing: {
    en: 'Whoever answers still writes to `res`, and then nobody further out can change the answer.',
    zh: '应答时仍要直接写 `res`；一旦写出，外层就再也改不了。',
  },
  files: ['koa.ts', 'context.ts', 'request.ts', 'response.ts'],
  subject: { Koa, compose },
  cases: [
    {
      name: {
        en: 'reads the request through ctx.request',
        zh: '通过 ctx.request 读请求',
      },
      program: ({ Koa }) =>
        new Koa().use(({ request, res }) => {
          res.end([request.method, request.path, request.querystring, request.get('X-A')].join())
        }),
      request: { method: 'PUT', target: '/a/b?c=d', headers: [['x-a', 'e']] },
      shows: { body: 'PUT,/a/b,c=d,e' },
    },
    {
      name: {
        en: 'writes the response through ctx.response',
        zh: '通过 ctx.response 写应答',
      },
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.status = 202
          response.set('X-A', 'b')
          response.set('X-Same', response.get('x-a'))
        }),
      shows: { status: 202, body: 'Accepted', headers: { 'x-a': 'b', 'x-same': 'b' } },
    },
    {
      name: {
        en: 'has a state for middleware to share, new for each request',
        zh: '有供中间件共享的 state，每个请求都是新的',
      },
      program: ({ Koa }) =>
        new Koa()
          .use(async ({ state }, next) => {
            state['user'] = 'Ada'
            await next()
          })
          .use(({ res, state }) => {
            res.end(`hello ${state['user']}`)
          }),
      shows: { body: 'hello Ada' },
    },
    {
      name: {
        en: 'gives to every context what is added to app.context',
        zh: '加到 app.context 上的，每个上下文都有',
      },
      program: ({ Koa }) => {
        const app = new Koa()
        app.context['greeting'] = 'hello'
        return app.use((ctx) => {
          ctx.res.end((ctx as unknown as { greeting: string }).greeting)
        })
      },
      shows: { body: 'hello' },
    },
    {
      name: {
        en: 'lets a middleware change the URL for those further in',
        zh: '中间件可以为里层改写 URL',
      },
      program: ({ Koa }) =>
        new Koa()
          .use(async ({ request }, next) => {
            request.url = '/new?x=1'
            await next()
          })
          .use(({ req, request, res }) => {
            res.end(`${req.url} ${request.path}`)
          }),
      request: { target: '/old' },
      shows: { body: '/new?x=1 /new' },
    },
  ],
})
