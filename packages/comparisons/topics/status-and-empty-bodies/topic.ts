import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'Statuses, and bodies that must be empty', zh: '状态码与必须为空的响应体' },
  question: {
    en: 'A handler gives 204, 205 or 304 a body. Is it sent? And what is sent where it gives a status only, or one that does not exist?',
    zh: '处理函数给 204、205 或 304 设置了响应体，会发出去吗？只给状态码，或给一个不存在的状态码，又会发出什么？',
  },
  requests: [
    { name: { en: '204 with a body', zh: '204 带响应体' }, target: '/204' },
    { name: { en: '205 with a body', zh: '205 带响应体' }, target: '/205' },
    { name: { en: '304 with a body', zh: '304 带响应体' }, target: '/304' },
    { name: { en: '201, the status only', zh: '只给 201' }, target: '/only/201' },
    { name: { en: '204, the status only', zh: '只给 204' }, target: '/only/204' },
    { name: { en: '299, which has no name', zh: '299，没有名字' }, target: '/299' },
    { name: { en: '1000, which is none', zh: '1000，不是状态码' }, target: '/1000' },
  ],
  express: {
    shows: [
      {
        status: 204,
        body: '',
        headers: { 'content-type': undefined, 'content-length': undefined },
        events: ['enter withStatus', 'respond withStatus', 'return withStatus'],
      },
      { status: 205, body: '', headers: { 'content-length': '0' } },
      { status: 304, body: '', headers: { 'content-type': undefined } },
      { status: 201, body: 'Created' },
      { status: 204, body: '' },
      { status: 299, body: 'a body' },
      {
        status: 500,
        body: /<pre>RangeError: Invalid status code: 1000\. Status code must be greater than 99 and less than 1000\.<br>/,
        slips: [
          'console: RangeError: Invalid status code: 1000. Status code must be greater than 99 and less than 1000.',
        ],
      },
    ],
    why: {
      en: 'res.send drops body and headers about it for 204 and 304, and sends a length of 0 for 205. res.sendStatus writes the reason phrase as body. Any number from 100 to 999 is a status; beyond that res.status throws.',
      zh: '对 204 和 304，res.send 会去掉响应体及相关头部；对 205 发出长度 0。res.sendStatus 把状态说明文字作为响应体。100 到 999 的数字都算状态码，超出范围 res.status 会抛出错误。',
    },
  },
  koa: {
    shows: [
      {
        status: 204,
        body: '',
        headers: { 'content-type': undefined, 'content-length': undefined },
        events: ['enter withStatus', 'return withStatus', 'respond (framework)'],
      },
      { status: 205, body: '', headers: { 'content-length': undefined }, fate: 'closed' },
      { status: 304, body: '', headers: { 'content-type': undefined } },
      { status: 201, body: 'Created' },
      { status: 204, body: '' },
      { status: 299, body: 'a body' },
      {
        status: 500,
        body: 'Internal Server Error',
        slips: ['console: AssertionError [ERR_ASSERTION]: invalid status code: 1000'],
      },
    ],
    why: {
      en: 'Setting one of the three statuses clears the body, and respond ends without one; a 205 goes out without a length, so that Node closes the connection. A status alone gets its reason phrase as body. A number beyond 999 is refused by an assertion.',
      zh: '设置这三个状态码之一会清除 body，respond 不带响应体结束；205 没有长度，所以 Node 会关闭连接。只给状态码时，响应体是状态说明文字。大于 999 的数字会被断言拒绝。',
    },
  },
  answer: {
    en: 'No body is sent for 204, 205 and 304 on either side. They differ in the framing of 205, and in who complains about 1000, but both answer 500.',
    zh: '两边都不会为 204、205、304 发出响应体。区别在于 205 的封装方式，以及 1000 由谁拒绝；但最后都应答 500。',
  },
} satisfies Topic
