import { setTimeout } from 'node:timers/promises'
import { defineStep } from '../../src/step.ts'
import { Koa } from './koa.ts'

export default defineStep({
  id: '0-http',
  title: { en: 'A handler that is awaited', zh: '被等待的处理函数' },
  idea: {
    en: 'Node calls one function for every request and does not care what it returns. Koa starts from the opposite: what a handler returns is a promise, and its end is the end of the request. So the app answers **after** the handler: 404, unless somebody has said otherwise. And the app is an object; the listener is made from it by `callback()`.',
    zh: 'Node 为每个请求调用一个函数，并不关心它返回什么。Koa 正好相反：处理函数返回 promise，它的结束就是请求的结束。所以应用在处理函数**之后**应答：没人说过别的，就是 404。应用是一个对象，监听函数由 `callback()` 造出。',
  },
  missing: {
    en: 'One function only, and what it throws is an unhandled rejection. The context is two fields.',
    zh: '只能有一个函数，它抛出的错误会成为无人处理的 promise 拒绝。上下文只有两个字段。',
  },
  files: ['koa.ts'],
  subject: { Koa },
  cases: [
    {
      name: {
        en: 'answers with its handler',
        zh: '用它的处理函数应答',
      },
      program: ({ Koa }) =>
        new Koa().use(({ req, res }) => {
          res.statusCode = 200
          res.end(`${req.method} ${req.url}`)
        }),
      request: { method: 'POST', target: '/a?b=c' },
      shows: { status: 200, body: 'POST /a?b=c' },
    },
    {
      name: {
        en: 'says 404 where nobody answers',
        zh: '没有人应答时回答 404',
      },
      program: ({ Koa }) => new Koa(),
      request: { target: '/nowhere' },
      shows: { status: 404, body: 'Not Found' },
    },
    {
      name: {
        en: 'waits for the handler before it says so',
        zh: '先等处理函数完成，再这样回答',
      },
      program: ({ Koa }) =>
        new Koa().use(async ({ res }) => {
          await setTimeout(5)
          res.setHeader('X-Late', 'in time')
        }),
      shows: { status: 404, headers: { 'x-late': 'in time' } },
    },
  ],
})
