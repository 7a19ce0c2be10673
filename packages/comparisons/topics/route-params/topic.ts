import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Route parameters', zh: '路由参数' },
  question: {
    en: 'Both routers read paths with the same library. Do they hand over the same parameters?',
    zh: '两个路由器用同一个库解析路径。它们交出的参数相同吗？',
  },
  requests: [
    { name: { en: 'a plain value', zh: '普通的值' }, target: '/users/42' },
    { name: { en: 'an encoded slash', zh: '编码的斜杠' }, target: '/users/a%2Fb' },
    { name: { en: 'a broken escape', zh: '错误的转义' }, target: '/users/%E0%A4%A' },
    { name: { en: 'a wildcard', zh: '通配符' }, target: '/files/a/b%20c' },
    { name: { en: 'a trailing slash and capitals', zh: '末尾斜杠与大写' }, target: '/USERS/42/' },
    { name: { en: 'nothing for the parameter', zh: '参数为空' }, target: '/users/' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"id":"42"}',
        events: ['enter user', 'respond user', 'return user'],
      },
      { status: 200, body: '{"id":"a/b"}' },
      {
        status: 400,
        body: /Failed to decode param/,
        slips: ["console: URIError: Failed to decode param '%E0%A4%A'"],
        events: ['respond (framework)'],
      },
      { status: 200, body: '{"path":["a","b c"]}' },
      { status: 200, body: '{"id":"42"}' },
      { status: 404, body: /Cannot GET \/users\// },
    ],
    why: {
      en: 'path-to-regexp matches and splits: a wildcard is an array of decoded segments. A value that cannot be decoded is the client’s fault, so the router passes on an error with status 400.',
      zh: 'path-to-regexp 负责匹配和拆分：通配符得到解码后各段的数组。无法解码的值是客户端的错误，路由器会传递一个状态码为 400 的错误。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"id":"42"}',
        events: ['enter user', 'return user', 'respond (framework)'],
      },
      { status: 200, body: '{"id":"a/b"}' },
      {
        status: 200,
        body: '{"id":"%E0%A4%A"}',
        events: ['enter user', 'return user', 'respond (framework)'],
      },
      { status: 200, body: '{"path":"a/b c"}' },
      { status: 200, body: '{"id":"42"}' },
      { status: 404, body: 'Not Found' },
    ],
    why: {
      en: 'The router takes only the regular expression from path-to-regexp and reads the captures itself: a wildcard stays one string, and a value that cannot be decoded is handed over as it came.',
      zh: '路由器只从 path-to-regexp 取得正则表达式，自己读取捕获组：通配符仍是一个字符串，无法解码的值原样交出。',
    },
  },
  answer: {
    en: 'Plain values agree. A wildcard is an array in Express and a string in Koa’s router, and a broken escape is a 400 in Express but reaches the handler undecoded in Koa.',
    zh: '普通的值相同。通配符在 Express 里是数组，在 Koa 的路由器里是字符串；错误的转义在 Express 里得到 400，在 Koa 里则不解码直接交给处理函数。',
  },
} satisfies Topic
