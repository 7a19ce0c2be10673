import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Throwing what is no error', zh: '抛出的不是 Error' },
  question: {
    en: 'JavaScript lets one throw anything: a text, an object, undefined. What becomes of it?',
    zh: 'JavaScript 可以抛出任何东西：字符串、对象、undefined。会发生什么？',
  },
  requests: [
    { name: { en: 'a text', zh: '字符串' }, target: '/text' },
    { name: { en: 'an object with a status', zh: '带 status 的对象' }, target: '/object' },
    { name: { en: 'undefined, thrown', zh: '抛出 undefined' }, target: '/nothing', patience: 300 },
    {
      name: { en: 'undefined, as a rejection', zh: '以 undefined 拒绝' },
      target: '/rejects-nothing',
      patience: 300,
    },
    { name: { en: 'the text "route"', zh: '字符串 "route"' }, target: '/route' },
  ],
  express: {
    shows: [
      {
        status: 500,
        body: /<pre>a text<\/pre>/,
        slips: ['console: a text'],
        events: ['enter text', 'throw(a text) text', 'respond (framework)'],
      },
      {
        status: 403,
        body: /<pre>\[object Object\]<\/pre>/,
        slips: ["console: { status: 403, message: 'not for you' }"],
      },
      { status: 404, body: /<pre>Cannot GET \/nothing<\/pre>/ },
      {
        status: 500,
        body: /<pre>Error: Rejected promise<br>/,
        slips: ['console: Error: Rejected promise'],
      },
      { status: 404, body: /<pre>Cannot GET \/route<\/pre>/ },
    ],
    why: {
      en: 'What is thrown is handed to next(). There undefined means “no error, go on”, and the text "route" means “leave this route”: both end as a 404. A rejection without a reason gets an error made for it.',
      zh: '抛出的东西会交给 next()。在那里 undefined 意味着“没有错误，继续”，字符串 "route" 意味着“离开这条路由”：两者最后都是 404。没有原因的拒绝则会得到一个新造的错误。',
    },
  },
  koa: {
    shows: [
      {
        status: 500,
        body: 'Internal Server Error',
        slips: ['console: Error: non-error thrown: "a text"'],
        events: ['enter text', 'throw(a text) text', 'respond (framework)'],
      },
      {
        status: 500,
        body: 'Internal Server Error',
        slips: ['console: Error: non-error thrown: {"status":403,"message":"not for you"}'],
      },
      { fate: 'no answer' },
      { fate: 'no answer' },
      {
        status: 500,
        body: 'Internal Server Error',
        slips: ['console: Error: non-error thrown: "route"'],
      },
    ],
    why: {
      en: 'ctx.onerror wraps whatever is no Error in one, so a status on it is lost. But for null and undefined it returns at once, since node-style callbacks call it so when all is well: nobody answers.',
      zh: 'ctx.onerror 会把不是 Error 的东西包成 Error，上面的状态码也就丢了。但遇到 null 和 undefined 它立即返回，因为 Node 风格的回调在一切正常时就这样调用它：于是没有人应答。',
    },
  },
  answer: {
    en: 'Throw errors. A thrown undefined is a silent 404 in Express and a request that never ends in Koa.',
    zh: '请抛出 Error。抛出 undefined，在 Express 里是悄无声息的 404，在 Koa 里请求永远不会结束。',
  },
} satisfies Topic
