import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'HEAD without asking', zh: '自动的 HEAD' },
  question: {
    en: 'Nobody registered HEAD for /page. Is it answered, and with which Content-Length?',
    zh: '没有人为 /page 注册 HEAD。它会被应答吗？Content-Length 是多少？',
  },
  requests: [
    { name: { en: 'HEAD of a GET route', zh: 'GET 路由的 HEAD' }, method: 'HEAD', target: '/page' },
    {
      name: { en: 'HEAD of a POST route', zh: 'POST 路由的 HEAD' },
      method: 'HEAD',
      target: '/form',
    },
    {
      name: { en: 'HEAD with a handler of its own', zh: '有专门处理函数的 HEAD' },
      method: 'HEAD',
      target: '/own',
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '',
        headers: { 'content-length': '14' },
        events: ['enter page', 'respond page', 'return page'],
      },
      { status: 404, body: '' },
      { status: 200, body: '', headers: { 'x-cheap': 'yes', 'content-length': undefined } },
    ],
    why: {
      en: 'A route with GET takes HEAD too, runs the same handler, and res.send leaves the body away. A HEAD route counts only if it is registered before.',
      zh: '有 GET 的路由也接受 HEAD，运行同一个处理函数，由 res.send 略去响应体。专门的 HEAD 路由要注册在它之前才有效。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '',
        headers: { 'content-length': '14' },
        events: ['enter page', 'return page', 'respond (framework)'],
      },
      { status: 404, body: '' },
      { status: 200, body: '', headers: { 'x-cheap': 'yes', 'content-length': undefined } },
    ],
    why: {
      en: 'router.get registers HEAD as well, and respond writes the headers only. A HEAD route counts only if it is registered before.',
      zh: 'router.get 同时注册 HEAD，respond 只写头部。专门的 HEAD 路由要注册在它之前才有效。',
    },
  },
  answer: {
    en: 'Both answer HEAD by running the GET handler and sending its headers, the length of the body included. The work is done all the same.',
    zh: '两边都运行 GET 处理函数来应答 HEAD，并发出同样的头部，包括响应体的长度。该做的工作一样没少。',
  },
} satisfies Topic
