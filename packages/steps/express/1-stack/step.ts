import { setTimeout } from 'node:timers/promises'
import { defineStep } from '../../src/step.ts'
import { express } from './express.ts'

export default defineStep({
  id: '1-stack',
  title: { en: 'A stack of functions', zh: '一叠函数' },
  idea: {
    en: 'Most of what a server does is the same for many requests: log, check who asks, read the body. So one handler becomes a list, and each function gets a `next` that calls the one after it. `next()` is an ordinary call: when it returns, everything further in has run, up to its first `await`. Nothing waits for more than that.',
    zh: '服务器做的事，大多对许多请求都一样：记日志、确认是谁、读取请求体。于是一个处理函数变成一个列表，每个函数都得到一个 `next`，用来调用排在它后面的函数。`next()` 只是一次普通调用：它返回时，里层的代码已经运行到第一个 `await` 为止。除此之外，没有谁再等待什么。',
  },
  missing: {
    en: 'A function that throws takes the process down, and one whose promise is rejected leaves the client waiting. Errors come next.',
    zh: '函数一旦抛出错误，进程就会崩溃；promise 被拒绝时，客户端会一直等下去。错误处理是下一步。',
  },
  files: ['express.ts'],
  subject: { express },
  cases: [
    {
      name: {
        en: 'runs functions in the order in which they were added',
        zh: '按添加的次序运行函数',
      },
      program: ({ express }) =>
        express()
          .use((_req, res, next) => {
            res.setHeader('X-Order', 'first')
            next()
          })
          .use((_req, res) => {
            res.end(`${res.getHeader('X-Order')}, second`)
          }),
      shows: { status: 200, body: 'first, second' },
    },
    {
      name: {
        en: 'ends the walk where a function does not call next',
        zh: '函数不调用 next，遍历就结束',
      },
      program: ({ express }) =>
        express()
          .use((_req, res) => {
            res.end('I answer')
          })
          .use((_req, res) => {
            res.end('never')
          }),
      shows: { status: 200, body: 'I answer' },
    },
    {
      name: {
        en: 'comes back from next() when everything synchronous has run',
        zh: '同步的部分全部运行完，next() 才返回',
      },
      program: ({ express }) => {
        const log: string[] = []
        return express()
          .use((_req, res, next) => {
            log.push('in')
            next()
            log.push('out')
            res.end(log.join(' '))
          })
          .use(() => {
            log.push('handler')
          })
      },
      shows: { body: 'in handler out' },
    },
    {
      name: {
        en: 'does not wait for what next() has started',
        zh: '不等待 next() 启动的东西',
      },
      program: ({ express }) => {
        const log: string[] = []
        return express()
          .use((_req, _res, next) => {
            next()
            log.push('outer is done')
          })
          .use(async (_req, res) => {
            await setTimeout(5)
            res.end([...log, 'handler answers'].join(', '))
          })
      },
      shows: { body: 'outer is done, handler answers' },
    },
    {
      name: {
        en: 'returns nothing from next()',
        zh: 'next() 什么也不返回',
      },
      program: ({ express }) =>
        express()
          .use((_req, res, next) => {
            const returned: unknown = next()
            res.end(typeof returned)
          })
          .use(() => Promise.resolve('lost')),
      shows: { body: 'undefined' },
    },
    {
      name: {
        en: 'says 404 where every function has called next',
        zh: '所有函数都调用了 next，就回答 404',
      },
      program: ({ express }) =>
        express().use(
          (_req, _res, next) => next(),
          (_req, _res, next) => next(),
        ),
      request: { target: '/lost' },
      shows: { status: 404, body: /Cannot GET \/lost/ },
    },
    {
      name: {
        en: 'leaves an answer alone that was given before next()',
        zh: 'next() 之前已给出的应答，保持不动',
      },
      program: ({ express }) =>
        express().use((_req, res, next) => {
          res.end('answered')
          next()
        }),
      shows: { status: 200, body: 'answered' },
    },
  ],
})
