import type { Topic } from '../../src/topic.ts'

export default {
  group: 'request',
  title: { en: 'What a request says of itself', zh: '请求自带的信息' },
  question: {
    en: 'Type, length, languages, encodings, the part that is wanted: which of it is read for you, and what do you get where the client says nothing?',
    zh: '类型、长度、语言、编码、想要的片段：哪些由框架替你解析？客户端什么都没说时，得到的又是什么？',
  },
  requests: [
    { name: { en: 'one that says nothing', zh: '什么都没说' }, target: '/' },
    {
      name: { en: 'one that says a lot', zh: '说了很多' },
      target: '/',
      headers: [
        ['Accept-Charset', 'iso-8859-1'],
        ['Accept-Encoding', 'br, gzip;q=0.5'],
        ['Accept-Language', 'en;q=0.5, zh-CN'],
        ['Range', 'bytes=0-99,900-'],
        ['Referer', 'http://example.com/list'],
        ['X-Requested-With', 'XMLHttpRequest'],
      ],
    },
    {
      name: { en: 'a body in letters of its own', zh: '带有自己字符集的请求体' },
      method: 'POST',
      target: '/',
      headers: [['Content-Type', 'text/plain; charset=GBK']],
      body: 'hi',
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"is":null,"charset":"utf-8","encoding":"identity","language":"zh","xhr":false,"stale":true}',
      },
      {
        status: 200,
        body: '{"is":null,"charset":"iso-8859-1","encoding":"gzip","language":"zh","range":[{"start":0,"end":99},{"start":900,"end":999}],"referrer":"http://example.com/list","xhr":true,"stale":true}',
      },
      {
        status: 200,
        body: '{"is":"text","length":"2","charset":"utf-8","encoding":"identity","language":"zh","xhr":false,"stale":true}',
      },
    ],
    why: {
      en: 'The accepts… methods choose among what you offer, in your order where the client has no preference; range reads a Range header. Everything else is req.get: a string, or undefined.',
      zh: 'accepts… 系列方法在你给出的选项中挑选，客户端没有偏好时按你的顺序；range 解析 Range 头。其余的都是 req.get：字符串，或者 undefined。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"is":null,"type":"","parameter":"","charset":"utf-8","encoding":"identity","language":"zh","referrer":"","idempotent":true,"stale":true}',
      },
      {
        status: 200,
        body: '{"is":null,"type":"","parameter":"","charset":"iso-8859-1","encoding":"gzip","language":"zh","referrer":"http://example.com/list","idempotent":true,"stale":true}',
      },
      {
        status: 200,
        body: '{"is":"text","type":"text/plain","parameter":"GBK","length":2,"charset":"utf-8","encoding":"identity","language":"zh","referrer":"","idempotent":false,"stale":true}',
      },
    ],
    why: {
      en: 'The same negotiation, and more that is read already: the type without its parameters, the charset, the length as a number, whether the method may be repeated. Ranges and XMLHttpRequest are left to you; a header that is missing is an empty string.',
      zh: '协商方式相同，而且解析得更多：不带参数的类型、字符集、数字形式的长度、方法是否可以重复。Range 与 XMLHttpRequest 要自己处理；缺少的头部是空字符串。',
    },
  },
  answer: {
    en: 'Both choose by the same library. The difference to remember: a missing header is undefined in Express and an empty string in Koa.',
    zh: '两边用同一个库来协商。要记住的区别：缺少的头部，在 Express 里是 undefined，在 Koa 里是空字符串。',
  },
} satisfies Topic
