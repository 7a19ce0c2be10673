import { defineStep } from '../../src/step.ts'
import { express } from './express.ts'

export default defineStep({
  id: '6-response',
  title: { en: 'res.send', zh: 'res.send' },
  idea: {
    en: 'Node makes `req` and `res` before Express sees them, so there is only one way to teach them more: change what they **inherit**. Every app has an `app.request` and an `app.response` that stand between Node’s prototypes and the two messages. `res.send` looks at the value, says its type and length, and answers at once: there is no way out as in Koa, on which somebody could still change it.',
    zh: '`req` 和 `res` 在 Express 看到之前，Node 就已经造好。要让它们会得更多，只有一个办法：改变它们的**继承**。每个应用都有 `app.request` 和 `app.response`，插在 Node 的原型与这两个对象之间。`res.send` 看一眼值，定下类型和长度，立刻应答：这里没有 Koa 那样的出去的路，没有人能再改动它。',
  },
  missing: {
    en: 'Changing the prototype of an object that exists already is what costs Express most of its time on Node 20 and 22. The mini makes messages of the right kind from the start.',
    zh: '在 Node 20 和 22 上，Express 的大部分时间正是花在给已有对象更换原型上。mini 从一开始就造出正确的对象。',
  },
  files: ['express.ts', 'request.ts', 'response.ts'],
  subject: { express },
  cases: [
    {
      name: {
        en: 'answers a string as a page, with its type and length',
        zh: '字符串作为网页应答，带上类型和长度',
      },
      program: ({ express }) => express().get('/', (_req, res) => res.send('grüezi')),
      shows: {
        status: 200,
        body: 'grüezi',
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': '7' },
      },
    },
    {
      name: {
        en: 'answers an object as JSON',
        zh: '对象以 JSON 应答',
      },
      program: ({ express }) => express().get('/', (_req, res) => res.send({ a: 1 })),
      shows: {
        body: '{"a":1}',
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': '7' },
      },
    },
    {
      name: {
        en: 'answers a buffer as bytes',
        zh: 'Buffer 以字节应答',
      },
      program: ({ express }) => express().get('/', (_req, res) => res.send(Buffer.from('bytes'))),
      shows: { body: 'bytes', headers: { 'content-type': 'application/octet-stream' } },
    },
    {
      name: {
        en: 'takes a status on the way',
        zh: '应答途中可以设状态码',
      },
      program: ({ express }) => express().post('/', (_req, res) => res.status(201).json(['made'])),
      request: { method: 'POST' },
      shows: { status: 201, body: '["made"]' },
    },
    {
      name: {
        en: 'keeps a type that somebody has set',
        zh: '保留别人设好的类型',
      },
      program: ({ express }) =>
        express().get('/', (_req, res) =>
          res.set('Content-Type', 'application/zip').send(Buffer.from('PK')),
        ),
      shows: { body: 'PK', headers: { 'content-type': 'application/zip' } },
    },
    {
      name: {
        en: 'says to HEAD how long the body would be',
        zh: '告诉 HEAD 正文会有多长',
      },
      program: ({ express }) => express().get('/', (_req, res) => res.send('hello')),
      request: { method: 'HEAD' },
      shows: { status: 200, body: '', headers: { 'content-length': '5' } },
    },
    {
      name: {
        en: 'reads the request by name',
        zh: '按名字读取请求',
      },
      program: ({ express }) =>
        express().use((req, res) => res.send(`${req.path} ${req.get('X-A')} ${req.get('X-B')}`)),
      request: { target: '/a?b', headers: [['x-a', 'c']] },
      shows: { body: '/a c undefined' },
    },
    {
      name: {
        en: 'gives to every response what is added to app.response',
        zh: '加到 app.response 上的，每个应答都有',
      },
      program: ({ express }) => {
        const app = express()
        app.response['shout'] = function shout(this: typeof app.response, text: string) {
          return this.send(text.toUpperCase())
        }
        return app.get('/', (_req, res) => {
          ;(res as unknown as { shout(text: string): void }).shout('hello')
        })
      },
      shows: { body: 'HELLO' },
    },
  ],
})
