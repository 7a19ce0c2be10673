import type { Topic } from '../../src/topic.ts'

const post = (body: unknown) => ({
  method: 'POST',
  target: '/signup',
  headers: [['Content-Type', 'application/json']] as const,
  body: JSON.stringify(body),
})
const shows = [
  { status: 201, body: '{"name":"Ada","age":36}' },
  { status: 422, body: /^\{"name":\["Too small.*"age":\["Too small/ },
  { status: 422, body: /^\{"name":\["Invalid input.*"age":\["Invalid input/ },
]

export default {
  group: 'request',
  title: { en: 'Validation', zh: '校验' },
  question: {
    en: 'A schema stands between the parser and the handler. What does the handler get, and who answers when the input does not fit?',
    zh: '解析器和处理函数之间放一个校验模式。处理函数得到什么？输入不合格时由谁应答？',
  },
  requests: [
    {
      name: { en: 'good input, with more than asked', zh: '合格的输入，还多带了字段' },
      ...post({ name: ' Ada ', age: '36', admin: true }),
    },
    { name: { en: 'values out of range', zh: '值超出范围' }, ...post({ name: ' ', age: 3 }) },
    { name: { en: 'nothing of it', zh: '什么也没有' }, ...post({}) },
  ],
  express: {
    shows,
    why: {
      en: 'valid is a handler like any other: it answers itself, or leaves the parsed value on res.locals and calls next().',
      zh: 'valid 是普通的处理函数：要么自己应答，要么把解析好的值放到 res.locals 并调用 next()。',
    },
  },
  koa: {
    shows,
    why: {
      en: 'valid sets the answer and returns without next(), or leaves the value on ctx.state and awaits next().',
      zh: 'valid 要么设置应答并直接返回，不调用 next()；要么把值放到 ctx.state 并 await next()。',
    },
  },
  answer: {
    en: 'Neither validates. A middleware with a schema does it in ten lines on both sides; hand on what the schema made (trimmed, converted, without extra fields), not what came in.',
    zh: '两个框架都不做校验。用一个带模式的中间件，两边都只要十行。要往后传的是模式处理过的值（去空格、转类型、去多余字段），而不是原始输入。',
  },
} satisfies Topic
