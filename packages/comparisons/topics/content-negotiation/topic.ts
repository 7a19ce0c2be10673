import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'Content negotiation', zh: '内容协商' },
  question: {
    en: 'One address, two formats and two languages. Who picks, and what if the client wants none of them?',
    zh: '同一个地址，两种格式、两种语言。由谁选择？客户端都不要时怎么办？',
  },
  requests: [
    {
      name: { en: 'a browser', zh: '浏览器' },
      target: '/user',
      headers: [['Accept', 'text/html,*/*;q=0.8']],
    },
    {
      name: { en: 'a program', zh: '程序' },
      target: '/user',
      headers: [['Accept', 'application/json']],
    },
    { name: { en: 'no Accept at all', zh: '没有 Accept' }, target: '/user' },
    {
      name: { en: 'neither format', zh: '两种格式都不要' },
      target: '/user',
      headers: [['Accept', 'image/png']],
    },
    {
      name: { en: 'a language with weights', zh: '带权重的语言' },
      target: '/language',
      headers: [['Accept-Language', 'fr, zh;q=0.9, en;q=0.5']],
    },
    {
      name: { en: 'the type of a body', zh: '请求体的类型' },
      method: 'POST',
      target: '/note',
      headers: [['Content-Type', 'application/json; charset=utf-8']],
      body: '{}',
    },
    {
      name: { en: 'a version of a format', zh: '某种格式的指定版本' },
      target: '/versions',
      headers: [['Accept', 'application/json;version=2']],
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '<p>Ada</p>',
        headers: { 'content-type': 'text/html; charset=utf-8', vary: 'Accept' },
        events: ['enter user', 'respond user', 'return user'],
      },
      {
        status: 200,
        body: '{"name":"Ada"}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
      { status: 200, body: '<p>Ada</p>', headers: { 'content-type': 'text/html; charset=utf-8' } },
      {
        status: 406,
        body: /<pre>NotAcceptableError: Not Acceptable<br>/,
        headers: { vary: 'Accept' },
        slips: ['console: NotAcceptableError: Not Acceptable'],
      },
      { status: 200, body: 'zh', headers: { vary: 'Accept-Language' } },
      { status: 200, body: 'json' },
      { status: 200, body: '{"fullName":"Ada"}' },
    ],
    why: {
      en: 'res.format picks by the Accept header, sets Content-Type and Vary, and passes on an error with status 406 where nothing fits.',
      zh: 'res.format 按 Accept 选择，设置 Content-Type 和 Vary；都不合适时传递一个状态码为 406 的错误。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '<p>Ada</p>',
        headers: { 'content-type': 'text/html; charset=utf-8', vary: 'Accept' },
        events: ['enter user', 'return user', 'respond (framework)'],
      },
      {
        status: 200,
        body: '{"name":"Ada"}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
      { status: 200, body: '<p>Ada</p>', headers: { 'content-type': 'text/html; charset=utf-8' } },
      { status: 406, body: 'Not Acceptable', headers: { vary: undefined } },
      { status: 200, body: 'zh', headers: { vary: 'Accept-Language' } },
      { status: 200, body: 'json' },
      { status: 200, body: '{"fullName":"Ada"}' },
    ],
    why: {
      en: 'ctx.accepts picks, and the rest is written out: Vary, the cases, the 406. The Content-Type follows from the body. An error takes the headers away that were set before, Vary too.',
      zh: 'ctx.accepts 负责选择，其余自己写：Vary、各种情况、406。Content-Type 由 body 决定。出错时之前设置的头部会被清除，Vary 也不例外。',
    },
  },
  answer: {
    en: 'Both read the Accept headers with the same library and pick the same. Express has res.format to do the rest; in Koa it is a switch.',
    zh: '两边用同一个库解析 Accept，选择结果相同。其余的事 Express 有 res.format，Koa 用一个 switch。',
  },
} satisfies Topic
