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
      name: {
        en: 'answers text, with its type and length',
        zh: '以文本应答，带上类型和长度',
      },
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
      name: {
        en: 'takes text that begins with a tag for a page',
        zh: '以标签开头的文本当作网页',
      },
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = '<h1>hello</h1>'
        }),
      shows: { body: '<h1>hello</h1>', headers: { 'content-type': 'text/html; charset=utf-8' } },
    },
    {
      name: {
        en: 'answers an object as JSON',
        zh: '对象以 JSON 应答',
      },
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
      name: {
        en: 'pipes a stream',
        zh: '把流接到应答上',
      },
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
      name: {
        en: 'answers null with 204 and no body',
        zh: 'null 得到 204，没有正文',
      },
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = null
        }),
      shows: { status: 204, body: '', headers: { 'content-type': undefined } },
    },
    {
      name: {
        en: 'keeps a status that somebody has set',
        zh: '保留别人设好的状态码',
      },
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.status = 201
          response.body = 'made'
        }),
      shows: { status: 201, body: 'made' },
    },
    {
      name: {
        en: 'lets the answer be changed on the way out',
        zh: '出去的路上可以修改应答',
      },
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
      name: {
        en: 'says to HEAD how long the body would be',
        zh: '告诉 HEAD 正文会有多长',
      },
      program: ({ Koa }) =>
        new Koa().use(({ response }) => {
          response.body = { a: 1 }
        }),
      request: { method: 'HEAD' },
      shows: { status: 200, body: '', headers: { 'content-length': '7' } },
    },
  ],
})
