import { defineStep } from '../../src/step.ts'
import { compose, Koa, Router } from './koa.ts'

export default defineStep({
  id: '7-mini',
  title: { en: 'The mini', zh: 'mini 本身' },
  idea: {
    en: 'The rest is width, not depth: content negotiation, cookies, proxies, web streams and `Response` bodies, and a router that knows hosts, names, prefixes and allowed methods. Each stands in a file of its own in mini-koa, under the name that it has in Koa, and is compared with Koa byte for byte.',
    zh: '剩下的是广度，不再是深度：内容协商、cookie、代理、web stream 与 `Response` 正文，以及懂得主机、名称、前缀和允许方法的路由器。它们在 mini-koa 里各占一个文件，沿用 Koa 里的名字，并与 Koa 逐字节比较。',
  },
  missing: {
    en: 'What is different from Koa on purpose is listed, with reasons, in mini-koa’s README.',
    zh: '与 Koa 有意不同之处及其原因，列在 mini-koa 的 README 里。',
  },
  files: ['koa.ts'],
  subject: { Koa, Router, compose },
  cases: [
    {
      name: {
        en: 'chooses what the client accepts',
        zh: '按客户端接受的类型选择',
      },
      program: ({ Koa }) =>
        new Koa().use((ctx) => {
          ctx.body = ctx.accepts('html', 'json')
        }),
      request: { headers: [['Accept', 'application/json']] },
      shows: { status: 200, body: 'json' },
    },
    {
      name: {
        en: 'answers with a web Response',
        zh: '用 web 的 Response 应答',
      },
      program: ({ Koa }) =>
        new Koa().use((ctx) => {
          ctx.body = new Response('from the web', { status: 201, headers: { 'X-From': 'fetch' } })
        }),
      shows: { status: 201, body: 'from the web', headers: { 'x-from': 'fetch' } },
    },
    {
      name: {
        en: 'says which methods a path takes',
        zh: '说明一个路径接受哪些方法',
      },
      program: ({ Koa, Router }) => {
        const router = new Router()
        router.get('/', (ctx) => {
          ctx.body = 'got'
        })
        return new Koa().use(router.routes()).use(router.allowedMethods())
      },
      request: { method: 'PUT' },
      shows: { status: 405, headers: { allow: 'HEAD, GET' } },
    },
  ],
})
