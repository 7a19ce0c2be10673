import { Readable } from 'node:stream'
import { defineStep } from '../../src/step.ts'
import { compose } from '../1-compose/compose.ts'
import { Koa } from './koa.ts'

export default defineStep({
  id: '3-respond',
  title: { en: 'The answer is a value', zh: '应答是一个值' },
  idea: {
    en: 'In Express whoever calls `res.send` has answered. In Koa `body` is **assigned**: nothing goes out until the outermost middleware has settled, and until then everybody on the way out may look at the answer, change it or replace it. Assigning also says what follows from the value: 200 instead of 404, the type, the length. `respond` then writes it, once.',
    zh: '在 Express 里，谁调用 `res.send`，谁就已经应答。在 Koa 里，`body` 是**赋值**：最外层中间件完成之前，什么都不会发出；在此之前，出去路上的每个中间件都可以查看、修改或替换它。赋值的同时也定下了由值决定的东西：200 而不是 404、类型、长度。最后由 `respond` 写出，只写一次。',
  },
  missing: {
    en: 'An error that nobody catches still leaves the client without an answer.',
    zh: '没有人接住的错误，仍会让客户端得不到应答。',
  },
  files: ['koa.ts', 'response.ts', 'respond.ts', 'context.ts'],
  subject: { Koa, compose },
  cases: [
    {
      name: 'answers text, with its type and length',
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = 'grüezi'
        }),
      shows: {
        status: 200,
        body: 'grüezi',
        headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': '7' },
      },
    },
    {
      name: 'takes text that begins with a tag for a page',
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = '<h1>hello</h1>'
        }),
      shows: { body: '<h1>hello</h1>', headers: { 'content-type': 'text/html; charset=utf-8' } },
    },
    {
      name: 'answers an object as JSON',
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = { a: 1 }
        }),
      shows: {
        body: '{"a":1}',
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': '7' },
      },
    },
    {
      name: 'pipes a stream',
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = Readable.from(['a', 'b', 'c'])
        }),
      shows: {
        status: 200,
        body: 'abc',
        headers: { 'content-type': 'application/octet-stream', 'content-length': undefined },
      },
    },
    {
      name: 'answers null with 204 and no body',
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = null
        }),
      shows: { status: 204, body: '', headers: { 'content-type': undefined } },
    },
    {
      name: 'keeps a status that somebody has set',
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.status = 201
          response.body = 'made'
        }),
      shows: { status: 201, body: 'made' },
    },
    {
      name: 'lets the answer be changed on the way out',
      program: ({ Koa }) =>
        new Koa()
          .use(async ({ response }, next) => {
            await next()
            response.body = `${response.body}, wrapped`
          })
          .use(({ response }) => {
            response.body = 'inner'
          }),
      shows: { status: 200, body: 'inner, wrapped', headers: { 'content-length': '14' } },
    },
    {
      name: 'says to HEAD how long the body would be',
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = { a: 1 }
        }),
      request: { method: 'HEAD' },
      shows: { status: 200, body: '', headers: { 'content-length': '7' } },
    },
  ],
})
