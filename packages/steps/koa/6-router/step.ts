import { defineStep } from '../../src/step.ts'
import { compose, Koa, Router } from './koa.ts'

export default defineStep({
  id: '6-router',
  title: { en: 'A router is a middleware', zh: '路由器也是中间件' },
  idea: {
    en: 'Koa does not know what a route is. A router is a package beside it that collects layers and makes **one middleware** of them. For a request it first finds every layer that matches, then composes their middleware and runs them, with the very `compose` of step 1. Express walks and decides as it goes; here the whole way is known before the first step.',
    zh: 'Koa 不知道什么是路由。路由器是它旁边的一个包，收集层，再把它们做成**一个中间件**。来一个请求，它先找出所有匹配的层，再用第 1 步的 `compose` 把它们的中间件组合起来运行。Express 边走边决定；这里则在迈出第一步之前，整条路就已经知道。',
  },
  missing: {
    en: 'Names, prefixes, hosts and `allowedMethods` come with the mini’s router.',
    zh: '名称、前缀、主机和 `allowedMethods`，在 mini 的路由器里。',
  },
  files: ['router.ts', 'koa.ts'],
  subject: { Koa, Router, compose },
  cases: [
    {
      name: {
        en: 'calls middleware for their own method and path',
        zh: '按方法和路径调用中间件',
      },
      program: ({ Koa, Router }) => {
        const router = new Router()
          .get('/a', (ctx) => {
            ctx.body = 'got a'
          })
          .post('/a', (ctx) => {
            ctx.body = 'posted a'
          })
        return new Koa().use(router.routes())
      },
      request: { method: 'POST', target: '/a' },
      shows: { status: 200, body: 'posted a' },
    },
    {
      name: {
        en: 'gives the parts of a path by name',
        zh: '按名字给出路径的各部分',
      },
      program: ({ Koa, Router }) => {
        const router = new Router().get('/users/:user/books/:book', (ctx) => {
          ctx.body = ctx.params
        })
        return new Koa().use(router.routes())
      },
      request: { target: '/users/ada/books/a%20b' },
      shows: { status: 200, body: '{"user":"ada","book":"a b"}' },
    },
    {
      name: {
        en: 'goes on to the next middleware where no route matches',
        zh: '没有路由匹配，就继续到下一个中间件',
      },
      program: ({ Koa, Router }) => {
        const router = new Router().get('/a', (ctx) => {
          ctx.body = 'a'
        })
        return new Koa().use(router.routes()).use((ctx) => {
          ctx.body = 'nobody was there'
        })
      },
      request: { target: '/b' },
      shows: { status: 200, body: 'nobody was there' },
    },
    {
      name: {
        en: 'runs what is used in it around the route',
        zh: '路由器里 use 的，包在路由外面运行',
      },
      program: ({ Koa, Router }) => {
        const router = new Router()
          .use(async (ctx, next) => {
            await next()
            ctx.body = `<${ctx.body}>`
          })
          .get('/', (ctx) => {
            ctx.body = 'inner'
          })
        return new Koa().use(router.routes())
      },
      shows: { status: 200, body: '<inner>' },
    },
    {
      name: {
        en: 'does not run it where no route matches',
        zh: '没有路由匹配时不运行它',
      },
      program: ({ Koa, Router }) => {
        const router = new Router()
          .use(async (ctx, next) => {
            ctx.set('X-Router', 'was here')
            await next()
          })
          .get('/a', (ctx) => {
            ctx.body = 'a'
          })
        return new Koa().use(router.routes())
      },
      request: { target: '/b' },
      shows: { status: 404, body: 'Not Found', headers: { 'x-router': undefined } },
    },
    {
      name: {
        en: 'goes from one matching route to the next',
        zh: '从一个匹配的路由走到下一个',
      },
      program: ({ Koa, Router }) => {
        const router = new Router()
          .get('/users/:id', async (ctx, next) => {
            ctx.body = `any user, ${ctx.params['id']}`
            await next()
          })
          .get('/users/me', (ctx) => {
            ctx.body = `${ctx.body}, then me`
          })
        return new Koa().use(router.routes())
      },
      request: { target: '/users/me' },
      shows: { status: 200, body: 'any user, me, then me' },
    },
    {
      name: {
        en: 'lets get answer HEAD',
        zh: '让 get 应答 HEAD',
      },
      program: ({ Koa, Router }) => {
        const router = new Router().get('/', (ctx) => {
          ctx.body = 'four'
        })
        return new Koa().use(router.routes())
      },
      request: { method: 'HEAD' },
      shows: { status: 200, body: '', headers: { 'content-length': '4' } },
    },
  ],
})
