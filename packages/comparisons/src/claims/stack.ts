/**
 * What people say about the stack and its next().
 *
 * @module
 */
import type { Saying } from './saying.ts'
import { answer, begun, ended, slipped } from './see.ts'

/** In the order in which they are shown. */
export const stack: readonly Saying[] = [
  {
    id: 'express-has-no-onion',
    says: { en: 'Express has no onion.', zh: 'Express 没有洋葱模型。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express, the inner handler does not wait', zh: 'Express，内层不等待' },
        express: (express) => {
          const app = express()
          app.use(function outer(_req, _res, next) {
            next()
          })
          app.use(function handler(_req, res) {
            res.send('hello')
          })
          return app
        },
        see: ended,
        predicts: 'outer, handler',
      },
      {
        when: { en: 'Express, the inner handler waits', zh: 'Express，内层等待' },
        express: (express, { wait }) => {
          const app = express()
          app.use(async function outer(_req, _res, next) {
            await next()
          })
          app.use(async function handler(_req, res) {
            await wait(5)
            res.send('hello')
          })
          return app
        },
        see: ended,
        predicts: 'outer, handler',
      },
    ],
    because: {
      en: 'It depends on the inner handler: as long as it works without waiting, the calls are nested and unwind like an onion. With its first await it returns, and the outer one goes on.',
      zh: '取决于内层处理函数：只要它不等待，调用就是嵌套的，会像洋葱一样逐层返回。一旦第一次 await，它就返回了，外层继续往下走。',
    },
  },
  {
    id: 'koa-is-an-onion',
    says: {
      en: 'In Koa, code after await next() runs when everything inside is done.',
      zh: '在 Koa 里，await next() 之后的代码在内层全部完成后才运行。',
    },
    verdict: 'true',
    experiments: [
      {
        when: { en: 'Koa, the inner handler waits', zh: 'Koa，内层等待' },
        koa: (Koa, { wait }) => {
          const app = new Koa()
          app.use(async function outer(_ctx, next) {
            await next()
          })
          app.use(async function handler(ctx) {
            await wait(5)
            ctx.body = 'hello'
          })
          return app
        },
        see: ended,
        predicts: 'handler, outer',
      },
      {
        when: { en: 'Koa, the inner handler does not wait', zh: 'Koa，内层不等待' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function outer(_ctx, next) {
            await next()
          })
          app.use(function handler(ctx) {
            ctx.body = 'hello'
          })
          return app
        },
        see: ended,
        predicts: 'handler, outer',
      },
    ],
    because: {
      en: 'next() returns the promise of everything further in.',
      zh: 'next() 返回内层全部工作的 promise。',
    },
  },
  {
    id: 'await-next-waits-in-express',
    says: { en: 'await next() waits in Express 5.', zh: 'Express 5 里 await next() 会等待。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express, the inner handler waits', zh: 'Express，内层等待' },
        express: (express, { wait }) => {
          const app = express()
          app.use(async function outer(_req, _res, next) {
            await next()
          })
          app.use(async function handler(_req, res) {
            await wait(5)
            res.send('hello')
          })
          return app
        },
        see: ended,
        predicts: 'handler, outer',
      },
    ],
    because: {
      en: 'next() returns undefined there, and awaiting undefined waits for nothing.',
      zh: '那里的 next() 返回 undefined，await undefined 什么也不等。',
    },
  },
  {
    id: 'next-returns-a-promise',
    says: { en: 'next() returns a promise.', zh: 'next() 返回 promise。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          app.use(async function outer(_req, _res, next) {
            console.log(`${next()}`)
          })
          app.use(async function handler(_req, res) {
            res.send('hello')
          })
          return app
        },
        see: slipped,
        predicts: 'console: [object Promise]',
      },
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function outer(_ctx, next) {
            const returned = next()
            console.log(`${returned}`)
            await returned
          })
          app.use(async function handler(ctx) {
            ctx.body = 'hello'
          })
          return app
        },
        see: slipped,
        predicts: 'console: [object Promise]',
      },
    ],
    because: {
      en: 'In Koa it does; in Express it returns undefined, whatever the handlers are.',
      zh: 'Koa 里是；Express 里不管处理函数是什么样，都返回 undefined。',
    },
  },
  {
    id: 'code-after-next-does-not-run',
    says: { en: 'Code after next() does not run.', zh: 'next() 之后的代码不会运行。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          app.use(function outer(_req, _res, next) {
            next()
            console.log('after next()')
          })
          app.use(function handler(_req, res) {
            res.send('hello')
          })
          return app
        },
        see: slipped,
        predicts: 'nothing',
      },
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function outer(_ctx, next) {
            await next()
            console.log('after next()')
          })
          app.use(async function handler(ctx) {
            ctx.body = 'hello'
          })
          return app
        },
        see: slipped,
        predicts: 'nothing',
      },
    ],
    because: {
      en: 'next() is a call like any other: it comes back.',
      zh: 'next() 和其他函数调用一样，会返回。',
    },
  },
  {
    id: 'next-twice-runs-twice',
    says: {
      en: 'Calling next() twice runs the rest twice.',
      zh: '调用两次 next()，后面的就运行两次。',
    },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          app.use(function twice(_req, _res, next) {
            next()
            next()
          })
          app.use(function rest(_req, res) {
            res.send('hello')
          })
          app.use(function behind() {})
          return app
        },
        see: begun,
        predicts: 'twice, rest, rest',
      },
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function twice(_ctx, next) {
            await next()
            await next()
          })
          app.use(function rest(ctx) {
            ctx.body = 'hello'
          })
          return app
        },
        see: begun,
        predicts: 'twice, rest, rest',
      },
    ],
    because: {
      en: 'Express goes on behind where it stopped, Koa refuses.',
      zh: 'Express 从停下的地方继续往后，Koa 直接拒绝。',
    },
  },
  {
    id: 'koa-breaks-without-await',
    says: {
      en: 'In Koa, a next() without await loses the answer.',
      zh: '在 Koa 里，next() 前不写 await 就会丢失应答。',
    },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Koa, the inner handler waits', zh: 'Koa，内层等待' },
        koa: (Koa, { wait }) => {
          const app = new Koa()
          app.use(async function outer(_ctx, next) {
            next()
          })
          app.use(async function handler(ctx) {
            await wait(5)
            ctx.body = 'hello'
          })
          return app
        },
        see: answer,
        predicts: '404 Not Found',
      },
      {
        when: { en: 'Koa, the inner handler does not wait', zh: 'Koa，内层不等待' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function outer(_ctx, next) {
            next()
          })
          app.use(async function handler(ctx) {
            ctx.body = 'hello'
          })
          return app
        },
        see: answer,
        predicts: '404 Not Found',
      },
    ],
    because: {
      en: 'It depends on whether anything further in waits. If nothing does, the answer is there in time; the day somebody adds an await, it is a 404.',
      zh: '取决于内层是否有等待。没有的话应答来得及；哪天有人加了一个 await，就变成 404。',
    },
  },
  {
    id: 'most-specific-route-wins',
    says: { en: 'The most specific route wins.', zh: '最具体的路由优先。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        request: { target: '/users/me' },
        express: (express) => {
          const app = express()
          app.get('/users/:id', function byId(_req, res) {
            res.send('by id')
          })
          app.get('/users/me', function me(_req, res) {
            res.send('me')
          })
          return app
        },
        see: answer,
        predicts: '200 me',
      },
      {
        when: { en: 'Koa’s router', zh: 'Koa 的路由器' },
        request: { target: '/users/me' },
        koa: (Koa, { Router }) => {
          const app = new Koa()
          const router = new Router()
          router.get('/users/:id', function byId(ctx) {
            ctx.body = 'by id'
          })
          router.get('/users/me', function me(ctx) {
            ctx.body = 'me'
          })
          app.use(router.routes())
          return app
        },
        see: answer,
        predicts: '200 me',
      },
    ],
    because: { en: 'The one that was registered first wins.', zh: '先注册的优先。' },
  },
  {
    id: 'use-matches-exactly',
    says: { en: "app.use('/api') matches only /api.", zh: "app.use('/api') 只匹配 /api。" },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express, a path below', zh: 'Express，下级路径' },
        request: { target: '/api/users' },
        express: (express) => {
          const app = express()
          app.use('/api', function handler(_req, res) {
            res.send('hello')
          })
          return app
        },
        see: answer,
        predicts: '404 (a page)',
      },
    ],
    because: {
      en: 'It matches the path and everything below it.',
      zh: '它匹配该路径及其下的一切。',
    },
  },
  {
    id: 'koa-has-a-router',
    says: { en: 'Koa comes with a router.', zh: 'Koa 自带路由器。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler(ctx) {
            ctx.body = String('get' in app)
          })
          return app
        },
        see: answer,
        predicts: '200 true',
      },
    ],
    because: {
      en: 'The app has use and no verbs; @koa/router is a package of its own.',
      zh: '应用只有 use，没有各种请求方法；@koa/router 是单独的包。',
    },
  },
]
