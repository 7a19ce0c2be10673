/**
 * What people say about errors.
 *
 * @module
 */
import type { ErrorRequestHandler, Response } from '@await-next/mini-express'
import type { Saying } from './saying.ts'
import { answer, begun, slipped } from './see.ts'

/** No answer comes, and nobody has to wait for it. */
const SILENT = { patience: 200 }

/** In the order in which they are shown. */
export const errors: readonly Saying[] = [
  {
    id: 'koa-catches-everything',
    says: { en: 'Koa catches every error.', zh: 'Koa 能捕获所有错误。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Koa, an async function throws', zh: 'Koa，async 函数抛出' },
        koa: (Koa, { wait }) => {
          const app = new Koa()
          app.use(async function handler() {
            await wait(5)
            throw new Error('boom')
          })
          return app
        },
        see: answer,
        predicts: '500 Internal Server Error',
      },
      {
        when: { en: 'Koa, a callback throws', zh: 'Koa，回调抛出' },
        request: { linger: 50 },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler() {
            setTimeout(() => {
              throw new Error('boom')
            }, 5)
          })
          return app
        },
        see: answer,
        predicts: '500 Internal Server Error',
      },
      {
        when: { en: 'Koa, undefined is thrown', zh: 'Koa，抛出 undefined' },
        request: SILENT,
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function handler() {
            throw undefined
          })
          return app
        },
        see: answer,
        predicts: '500 Internal Server Error',
      },
    ],
    because: {
      en: 'It depends on whether the error travels along awaited promises. One thrown in a callback does not, and undefined is taken for “no error”.',
      zh: '取决于错误是否沿着被 await 的 promise 传播。回调里抛出的不是，而 undefined 被当作“没有错误”。',
    },
  },
  {
    id: 'express-cannot-catch-async-errors',
    says: { en: 'Express cannot catch async errors.', zh: 'Express 捕获不了异步错误。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express 5, an async function throws', zh: 'Express 5，async 函数抛出' },
        express: (express, { wait }) => {
          const app = express()
          app.use(async function handler() {
            await wait(5)
            throw new Error('boom')
          })
          return app
        },
        see: answer,
        predicts: 'no answer',
      },
      {
        when: { en: 'Express 5, a callback throws', zh: 'Express 5，回调抛出' },
        request: SILENT,
        express: (express) => {
          const app = express()
          app.use(function handler() {
            setTimeout(() => {
              throw new Error('boom')
            }, 5)
          })
          return app
        },
        see: answer,
        predicts: 'no answer',
      },
    ],
    because: {
      en: 'Since version 5 it listens to the promise that a handler returns. What happens in a callback, nobody can catch.',
      zh: '从第 5 版起它会监听处理函数返回的 promise。回调里发生的，谁也捕获不了。',
    },
  },
  {
    id: 'try-around-next-catches',
    says: {
      en: 'try { await next() } catch catches what the inner handler throws.',
      zh: 'try { await next() } catch 能捕获内层抛出的错误。',
    },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          app.use(async function guard(_req, res, next) {
            try {
              await next()
            } catch {
              res.status(500).send('caught')
            }
          })
          app.use(function handler() {
            throw new Error('boom')
          })
          return app
        },
        see: answer,
        predicts: '500 caught',
      },
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function guard(ctx, next) {
            try {
              await next()
            } catch {
              ctx.status = 500
              ctx.body = 'caught'
            }
          })
          app.use(function handler() {
            throw new Error('boom')
          })
          return app
        },
        see: answer,
        predicts: '500 caught',
      },
    ],
    because: {
      en: 'In Koa it does. In Express the router catches first, and hands the error on to the error handlers.',
      zh: 'Koa 里能。Express 里路由器先捕获，再交给错误处理函数。',
    },
  },
  {
    id: 'error-handler-anywhere',
    says: {
      en: 'An error handler of Express may stand anywhere.',
      zh: 'Express 的错误处理函数可以放在任何位置。',
    },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express, before the handler', zh: 'Express，在处理函数之前' },
        express: (express) => {
          const app = express()
          const errorHandler: ErrorRequestHandler = (_err, _req, res, _next) => {
            res.status(500).send('handled')
          }
          app.use(errorHandler)
          app.use(function handler() {
            throw new Error('boom')
          })
          return app
        },
        see: answer,
        predicts: '500 handled',
      },
      {
        when: { en: 'Express, behind it', zh: 'Express，在其之后' },
        express: (express) => {
          const app = express()
          const errorHandler: ErrorRequestHandler = (_err, _req, res, _next) => {
            res.status(500).send('handled')
          }
          app.use(function handler() {
            throw new Error('boom')
          })
          app.use(errorHandler)
          return app
        },
        see: answer,
        predicts: '500 handled',
      },
    ],
    because: {
      en: 'It is found only behind the handler that fails.',
      zh: '只有放在出错的处理函数之后才会被找到。',
    },
  },
  {
    id: 'error-handler-with-three-parameters',
    says: { en: 'An error handler may leave out next.', zh: '错误处理函数可以省略 next 参数。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express, three parameters', zh: 'Express，三个参数' },
        express: (express) => {
          const app = express()
          app.use(function handler() {
            throw new Error('boom')
          })
          app.use(function three(_err: unknown, _req: unknown, res: Response) {
            res.status(500).send('handled')
          } as never)
          return app
        },
        see: answer,
        predicts: '500 handled',
      },
    ],
    because: {
      en: 'Express tells it by its four parameters; with three it is a handler like any other, and passed over.',
      zh: 'Express 靠四个参数识别它；只有三个参数就是普通处理函数，会被跳过。',
    },
  },
  {
    id: 'not-found-is-an-error',
    says: { en: 'A 404 reaches the error handler.', zh: '404 会到达错误处理函数。' },
    verdict: 'false',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          const errorHandler: ErrorRequestHandler = (_err, _req, res, _next) => {
            res.status(404).send('handled')
          }
          app.use(errorHandler)
          return app
        },
        see: answer,
        predicts: '404 handled',
      },
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function guard(ctx, next) {
            try {
              await next()
            } catch {
              ctx.body = 'handled'
            }
          })
          return app
        },
        see: answer,
        predicts: '404 handled',
      },
    ],
    because: {
      en: 'That nobody answered is no error on either side.',
      zh: '没有人应答在两边都不是错误。',
    },
  },
  {
    id: 'next-err-passes-an-error',
    says: { en: 'next(err) passes on an error.', zh: 'next(err) 会传递错误。' },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        express: (express) => {
          const app = express()
          app.use(function fails(_req, _res, next) {
            next(new Error('boom'))
          })
          app.use(function handler(_req, res) {
            res.send('hello')
          })
          return app
        },
        see: begun,
        predicts: 'fails',
      },
      {
        when: { en: 'Koa', zh: 'Koa' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(async function fails(_ctx, next) {
            await (next as (err: Error) => Promise<unknown>)(new Error('boom'))
          })
          app.use(function handler(ctx) {
            ctx.body = 'hello'
          })
          return app
        },
        see: begun,
        predicts: 'fails',
      },
    ],
    because: {
      en: 'In Express. Koa’s next takes no argument: throw instead.',
      zh: 'Express 里会。Koa 的 next 不接受参数：请直接抛出。',
    },
  },
  {
    id: 'a-throw-ends-the-process',
    says: {
      en: 'An error thrown in a handler ends the process.',
      zh: '处理函数里抛出的错误会结束进程。',
    },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express, at once', zh: 'Express，立即抛出' },
        express: (express) => {
          const app = express()
          app.use(function handler() {
            throw new Error('boom')
          })
          return app
        },
        see: slipped,
        predicts: 'uncaughtException: Error: boom',
      },
      {
        when: { en: 'Koa, at once', zh: 'Koa，立即抛出' },
        koa: (Koa) => {
          const app = new Koa()
          app.use(function handler() {
            throw new Error('boom')
          })
          return app
        },
        see: slipped,
        predicts: 'uncaughtException: Error: boom',
      },
      {
        when: { en: 'Express, in a callback', zh: 'Express，在回调里' },
        request: SILENT,
        express: (express) => {
          const app = express()
          app.use(function handler() {
            setTimeout(() => {
              throw new Error('boom')
            }, 5)
          })
          return app
        },
        see: slipped,
        predicts: 'uncaughtException: Error: boom',
      },
    ],
    because: {
      en: 'Only where it is thrown after the handler has returned, in a callback: that is an uncaught exception.',
      zh: '只有在处理函数返回之后、在回调里抛出时才会：那是未捕获的异常。',
    },
  },
  {
    id: 'a-broken-escape-is-a-400',
    says: {
      en: 'A broken escape in a path is answered with 400.',
      zh: '路径中的错误转义会得到 400。',
    },
    verdict: 'depends',
    experiments: [
      {
        when: { en: 'Express', zh: 'Express' },
        request: { target: '/%E0%A4%A' },
        express: (express) => {
          const app = express()
          app.get('/:name', function handler(req, res) {
            res.send(req.params.name)
          })
          return app
        },
        see: answer,
        predicts: '400 (a page)',
      },
      {
        when: { en: 'Koa’s router', zh: 'Koa 的路由器' },
        request: { target: '/%E0%A4%A' },
        koa: (Koa, { Router }) => {
          const app = new Koa()
          const router = new Router()
          router.get('/:name', function handler(ctx) {
            ctx.body = ctx.params.name
          })
          app.use(router.routes())
          return app
        },
        see: answer,
        predicts: '400 Bad Request',
      },
    ],
    because: {
      en: 'Express refuses it; Koa’s router hands it over as it came.',
      zh: 'Express 会拒绝；Koa 的路由器原样交出。',
    },
  },
]
