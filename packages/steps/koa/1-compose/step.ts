import { setTimeout } from 'node:timers/promises'
import { defineStep } from '../../src/step.ts'
import { compose } from './compose.ts'
import { Koa } from './koa.ts'

export default defineStep({
  id: '1-compose',
  title: { en: 'Compose', zh: 'compose' },
  idea: {
    en: 'One function becomes a list, as in Express; but `next()` returns the promise of everything further in. A middleware that awaits it runs twice, once on the way in and once on the way out, and on the way out the answer is there to be looked at. The whole of Koa is this one file.',
    zh: '与 Express 一样，一个函数变成一个列表；但 `next()` 返回的 promise 代表里层的一切。等待它的中间件会运行两段：进来一次，出去一次；出去时，应答已经在那里，可以查看。整个 Koa 就在这一个文件里。',
  },
  missing: {
    en: 'What is thrown still ends as an unhandled rejection, though a `try` around `await next()` catches it already.',
    zh: '没有捕获的错误仍会成为无人处理的拒绝，不过在 `await next()` 外面写 `try` 已经能接住它。',
  },
  files: ['compose.ts', 'koa.ts'],
  subject: { Koa, compose },
  cases: [
    {
      name: {
        en: 'runs what follows await next() on the way out',
        zh: '出去的路上，运行 await next() 之后的代码',
      },
      program: ({ Koa }) => {
        const log: string[] = []
        return new Koa()
          .use(async ({ res }, next) => {
            log.push('outer in')
            await next()
            log.push('outer out')
            res.statusCode = 200
            res.end(log.join(', '))
          })
          .use(async (_ctx, next) => {
            log.push('inner in')
            await next()
            log.push('inner out')
          })
          .use(async () => {
            await setTimeout(5)
            log.push('handler')
          })
      },
      shows: { status: 200, body: 'outer in, inner in, handler, inner out, outer out' },
    },
    {
      name: {
        en: 'hands on what a middleware returns',
        zh: '把中间件的返回值交出来',
      },
      program: ({ Koa }) =>
        new Koa()
          .use(async ({ res }, next) => {
            res.end(String(await next()))
          })
          .use(async () => 'from further in'),
      shows: { body: 'from further in' },
    },
    {
      name: {
        en: 'lets an outer middleware catch what is thrown after an await',
        zh: '外层中间件能接住 await 之后抛出的错误',
      },
      program: ({ Koa }) =>
        new Koa()
          .use(async ({ res }, next) => {
            try {
              await next()
            } catch (err) {
              res.end(`caught: ${(err as Error).message}`)
            }
          })
          .use(async () => {
            await setTimeout(5)
            throw new Error('late')
          }),
      shows: { body: 'caught: late' },
    },
    {
      name: {
        en: 'makes a rejection of what is thrown at once',
        zh: '当场抛出的，变成拒绝',
      },
      program: ({ Koa }) =>
        new Koa()
          .use(async ({ res }, next) => {
            const rejected = next()
            res.end(await rejected.catch((err: Error) => err.message))
          })
          .use(() => {
            throw new Error('at once')
          }),
      shows: { body: 'at once' },
    },
    {
      name: {
        en: 'refuses a second next()',
        zh: '拒绝第二次 next()',
      },
      program: ({ Koa }) =>
        new Koa().use(async ({ res }, next) => {
          await next()
          res.end(await next().catch((err: Error) => err.message))
        }),
      shows: { body: 'next() called multiple times' },
    },
    {
      name: {
        en: 'says 404 where every middleware has called next',
        zh: '所有中间件都调用了 next，就回答 404',
      },
      program: ({ Koa }) => new Koa().use((_ctx, next) => next()).use((_ctx, next) => next()),
      shows: { status: 404, body: 'Not Found' },
    },
    {
      name: {
        en: 'is a function that can be used without an app',
        zh: '没有应用也能单独使用',
      },
      program: ({ compose }) => {
        type Box = { words: string[] }
        const run = compose<Box>([
          async ({ words }, next) => {
            await next()
            words.push('outer')
          },
          ({ words }) => words.push('inner'),
        ])
        return async (_req, res) => {
          const box: Box = { words: [] }
          await run(box)
          res.end(box.words.join(' '))
        }
      },
      shows: { status: 200, body: 'inner outer' },
    },
  ],
})
