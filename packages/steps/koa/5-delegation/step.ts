import { defineStep } from '../../src/step.ts'
import { compose } from '../1-compose/compose.ts'
import { Koa } from './koa.ts'

export default defineStep({
  id: '5-delegation',
  title: { en: 'Delegation', zh: '委托' },
  idea: {
    en: '`ctx.body = …` is what people think of as Koa, and it is a table: the context has members that hand on to its request or to its response. They are made once, on the object that all contexts inherit from, so they cost a request nothing. `ctx.get` reads the request and `ctx.set` writes the response: each name is given to the view that it makes sense for.',
    zh: '`ctx.body = …` 就是人们心目中的 Koa，而它只是一张表：上下文的一些成员会转交给它的 request 或 response。它们只造一次，放在所有上下文继承的对象上，因此不给请求增加任何成本。`ctx.get` 读请求，`ctx.set` 写应答：每个名字归给对它有意义的那个视图。',
  },
  missing: {
    en: 'There are no routes. Koa itself has none either: they are a middleware like any other.',
    zh: '还没有路由。Koa 本身也没有：路由只是一个普通的中间件。',
  },
  files: ['context.ts', 'delegate.ts', 'koa.ts'],
  subject: { Koa, compose },
  cases: [
    {
      name: {
        en: 'reads the request and writes the response through ctx',
        zh: '通过 ctx 读请求、写应答',
      },
      program: ({ Koa }) =>
        new Koa().use((ctx) => {
          ctx.status = 201
          ctx.set('X-A', ctx.get('X-A'))
          ctx.body = `${ctx.method} ${ctx.path} ${ctx.querystring} ${ctx.message}`
        }),
      request: { method: 'POST', target: '/a?b', headers: [['X-A', 'c']] },
      shows: { status: 201, body: 'POST /a b Created', headers: { 'x-a': 'c' } },
    },
    {
      name: {
        en: 'has one body, whichever way it is reached',
        zh: '正文只有一份，从哪边取都一样',
      },
      program: ({ Koa }) =>
        new Koa()
          .use(async (ctx, next) => {
            await next()
            ctx.body = `${ctx.response.body}, then ${ctx.body}`
          })
          .use((ctx) => {
            ctx.response.body = 'one'
          }),
      shows: { status: 200, body: 'one, then one' },
    },
    {
      name: {
        en: 'hands on what is written to ctx.url',
        zh: '写入 ctx.url 的会转交过去',
      },
      program: ({ Koa }) =>
        new Koa().use((ctx) => {
          ctx.url = '/rewritten'
          ctx.body = `${ctx.req.url} ${ctx.request.path}`
        }),
      shows: { body: '/rewritten /rewritten' },
    },
  ],
})
