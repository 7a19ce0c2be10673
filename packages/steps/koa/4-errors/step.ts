import { setTimeout } from 'node:timers/promises'
import { defineStep } from '../../src/step.ts'
import { compose } from '../1-compose/compose.ts'
import { Koa } from './koa.ts'

export default defineStep({
  id: '4-errors',
  title: { en: 'One catch for everything', zh: '一个 catch 接住一切' },
  idea: {
    en: 'Errors need no second kind of function here. `compose` returns one promise for the whole stack, so one `catch` behind it sees whatever was thrown anywhere, at once or late, unless a middleware on the way out has caught it with an ordinary `try`. `ctx.throw` makes an error that knows its status; `ctx.onerror` answers; the app emits `error`, and prints it when nobody listens.',
    zh: '这里的错误不需要另一种函数。`compose` 为整个栈返回一个 promise，后面只要一个 `catch`，就能看到任何地方抛出的错误，无论立即还是稍后，除非出去路上的某个中间件已经用普通的 `try` 接住了它。`ctx.throw` 造出知道自己状态码的错误；`ctx.onerror` 负责应答；应用发出 `error` 事件，没有人监听时就打印出来。',
  },
  missing: {
    en: '`ctx.response.body` is long to write, and most of what a middleware says is about one of the two views.',
    zh: '`ctx.response.body` 写起来太长，而中间件说的话大多是关于这两个视图之一的。',
  },
  files: ['koa.ts', 'context.ts'],
  subject: { Koa, compose },
  cases: [
    {
      name: {
        en: 'answers 500 and prints what nobody has caught',
        zh: '没有谁接住的错误，回答 500 并打印',
      },
      program: ({ Koa }) =>
        new Koa().use(() => {
          throw new Error('secret')
        }),
      shows: { status: 500, body: 'Internal Server Error', slips: ['console: Error: secret'] },
    },
    {
      name: {
        en: 'answers for what is thrown after an await',
        zh: 'await 之后抛出的也会得到应答',
      },
      program: ({ Koa }) =>
        new Koa().use(async () => {
          await setTimeout(5)
          throw new Error('late')
        }),
      shows: { status: 500, body: 'Internal Server Error', slips: ['console: Error: late'] },
    },
    {
      name: {
        en: 'tells the client what ctx.throw says, and does not print it',
        zh: '把 ctx.throw 的话告诉客户端，不打印',
      },
      program: ({ Koa }) => new Koa().use((ctx) => ctx.throw(403, 'members only')),
      shows: { status: 403, body: 'members only' },
    },
    {
      name: {
        en: 'keeps the message of a 5xx to itself',
        zh: '5xx 的消息不外传',
      },
      program: ({ Koa }) => new Koa().use((ctx) => ctx.throw(503, 'the database is down')),
      shows: {
        status: 503,
        body: 'Service Unavailable',
        slips: ['console: ServiceUnavailableError: the database is down'],
      },
    },
    {
      name: {
        en: 'takes back the headers of the answer that failed',
        zh: '收回失败的应答所设的头部',
      },
      program: ({ Koa }) =>
        new Koa().use((ctx) => {
          ctx.response.set('X-Cache', 'forever')
          ctx.throw(400)
        }),
      shows: { status: 400, body: 'Bad Request', headers: { 'x-cache': undefined } },
    },
    {
      name: {
        en: 'lets a middleware turn an error into an answer',
        zh: '中间件可以把错误变成应答',
      },
      program: ({ Koa }) =>
        new Koa()
          .use(async ({ response }, next) => {
            try {
              await next()
            } catch (err) {
              response.body = `mended: ${(err as Error).message}`
            }
          })
          .use((ctx) => ctx.throw(400, 'broken')),
      shows: { status: 200, body: 'mended: broken' },
    },
    {
      name: {
        en: 'emits error with the error and its context',
        zh: '发出 error 事件，带着错误和上下文',
      },
      program: ({ Koa }) =>
        new Koa()
          .on('error', (err: Error, { request }) =>
            console.log(`${err.message} at ${request.path}`),
          )
          .use(() => {
            throw new Error('heard')
          }),
      request: { target: '/here' },
      shows: { status: 500, slips: ['console: heard at /here'] },
    },
  ],
})
