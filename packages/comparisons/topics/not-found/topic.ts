import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Nobody answers', zh: '没有人应答' },
  question: {
    en: 'No handler wants the request. Who answers, and with what?',
    zh: '没有处理函数接受这个请求。由谁应答？应答什么？',
  },
  requests: [
    { name: { en: 'a path nobody knows', zh: '没人认识的路径' }, target: '/nowhere' },
    { name: { en: 'markup in the path', zh: '路径里有标记' }, target: '/<b>?q=1' },
    { name: { en: 'HEAD', zh: 'HEAD' }, method: 'HEAD', target: '/nowhere' },
    {
      name: { en: 'POST with a body', zh: '带请求体的 POST' },
      method: 'POST',
      target: '/nowhere',
      body: 'anyone?',
    },
  ],
  express: {
    shows: [
      {
        status: 404,
        body: /<pre>Cannot GET \/nowhere<\/pre>/,
        headers: {
          'content-security-policy': "default-src 'none'",
          'content-type': 'text/html; charset=utf-8',
        },
        events: ['respond (framework)'],
      },
      { status: 404, body: /<pre>Cannot GET \/%3Cb%3E<\/pre>/ },
      { status: 404, body: '' },
      { status: 404, body: /<pre>Cannot POST \/nowhere<\/pre>/ },
    ],
    why: {
      en: 'The walk falls off the end of the stack into the final handler, which writes a small HTML page naming method and path, encoded and escaped.',
      zh: '遍历走到栈尾，落入最终处理函数（final handler），它写出一小段 HTML，包含经过编码和转义的方法与路径。',
    },
  },
  koa: {
    shows: [
      {
        status: 404,
        body: 'Not Found',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        events: ['enter home', 'next home', 'return home', 'settle home', 'respond (framework)'],
      },
      { status: 404, body: 'Not Found' },
      { status: 404, body: '' },
      { status: 404, body: 'Not Found' },
    ],
    why: {
      en: 'Every response starts as 404. Nobody sets a body, so respond writes the reason phrase of that status as text.',
      zh: '每个响应一开始就是 404。没有人设置 body，于是 respond 把该状态码的说明文字作为文本写出。',
    },
  },
  answer: {
    en: 'Express has a last handler that says no; Koa has a first status that nobody changed. Neither calls it an error, so no error handler sees a 404.',
    zh: 'Express 有一个说“没有”的最后处理函数；Koa 有一个没人改过的初始状态。两者都不把它当作错误，所以错误处理函数看不到 404。',
  },
} satisfies Topic
