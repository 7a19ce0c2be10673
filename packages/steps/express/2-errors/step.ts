import { setTimeout } from 'node:timers/promises'
import { defineStep } from '../../src/step.ts'
import { express } from './express.ts'
import type { ErrorHandler } from './handler.ts'

/** Four parameters, all of them needed: they are what makes it a handler for errors. */
const tell: ErrorHandler = (err, _req, res, _next) => {
  res.statusCode = 500
  res.end(`told of: ${err.message}`)
}

export default defineStep({
  id: '2-errors',
  title: { en: 'next(err)', zh: 'next(err)' },
  idea: {
    en: 'A function that cannot go on says `next(err)`, and the walk continues, but only functions made for errors are called now. They are told by the number of their parameters: **four**. A `throw` and a rejected promise become `next(err)`, so that forgetting a `try` does not take the process down. What nobody takes ends in the final handler: a 500, and the stack on the console.',
    zh: '无法继续的函数调用 `next(err)`，遍历照常往后走，但此后只调用为错误准备的函数。区分的依据是参数的个数：**四个**。`throw` 和被拒绝的 promise 都变成 `next(err)`，忘写 `try` 也不会让进程崩溃。没有谁接住的错误到达最后的处理函数：回复 500，并把调用栈打印到控制台。',
  },
  missing: {
    en: 'Every function still sees every request.',
    zh: '每个函数仍然会看到每个请求。',
  },
  files: ['handler.ts', 'express.ts', 'final-handler.ts'],
  subject: { express },
  cases: [
    {
      name: {
        en: 'takes next(err) to the function with four parameters',
        zh: '把 next(err) 交给有四个参数的函数',
      },
      program: ({ express }) =>
        express()
          .use((_req, _res, next) => next(new Error('no')))
          .use((_req, res) => {
            res.end('passed over')
          })
          .use(tell),
      shows: { status: 500, body: 'told of: no' },
    },
    {
      name: {
        en: 'passes over error handlers while there is no error',
        zh: '没有错误时，跳过错误处理函数',
      },
      program: ({ express }) =>
        express()
          .use(tell)
          .use((_req, res) => {
            res.end('fine')
          }),
      shows: { status: 200, body: 'fine' },
    },
    {
      name: {
        en: 'takes a throw the same way',
        zh: '抛出的错误走同一条路',
      },
      program: ({ express }) =>
        express()
          .use(() => {
            throw new Error('thrown')
          })
          .use(tell),
      shows: { status: 500, body: 'told of: thrown' },
    },
    {
      name: {
        en: 'takes a rejected promise the same way',
        zh: '被拒绝的 promise 走同一条路',
      },
      program: ({ express }) =>
        express()
          .use(async () => {
            await setTimeout(5)
            throw new Error('rejected')
          })
          .use(tell),
      shows: { status: 500, body: 'told of: rejected' },
    },
    {
      name: {
        en: 'lets an error handler recover by next()',
        zh: '错误处理函数可以用 next() 恢复正常',
      },
      program: ({ express }) =>
        express()
          .use((_req, _res, next) => next(new Error('mended')))
          .use(((_err, _req, res, next) => {
            res.setHeader('X-Mended', 'yes')
            next()
          }) satisfies ErrorHandler)
          .use((_req, res) => {
            res.end('went on')
          }),
      shows: { status: 200, body: 'went on', headers: { 'x-mended': 'yes' } },
    },
    {
      name: {
        en: 'answers with the status of an error that nobody takes, and prints it',
        zh: '没有谁接住的错误，用它的状态码应答，并打印出来',
      },
      program: ({ express }) =>
        express().use((_req, _res, next) =>
          next(Object.assign(new Error('a teapot'), { status: 418 })),
        ),
      shows: { status: 418, body: /Error: a teapot/, slips: ['console: Error: a teapot'] },
    },
    {
      name: {
        en: 'does not bring an error back to the try that surrounds next()',
        zh: '错误不会回到包住 next() 的 try 里',
      },
      program: ({ express }) =>
        express()
          .use((_req, res, next) => {
            try {
              next()
            } catch {
              res.end('caught')
            }
          })
          .use(() => {
            throw new Error('not for you')
          })
          .use(tell),
      shows: { status: 500, body: 'told of: not for you' },
    },
    {
      name: {
        en: 'breaks the connection where half an answer is out',
        zh: '应答已发出一半时，断开连接',
      },
      program: ({ express }) =>
        express().use((_req, res, next) => {
          res.write('half an ans', () => next(new Error('too late')))
        }),
      shows: { status: 200, fate: 'closed', slips: ['console: Error: too late'] },
    },
  ],
})
