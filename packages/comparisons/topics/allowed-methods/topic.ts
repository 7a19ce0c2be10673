import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Methods that are not allowed', zh: '不允许的方法' },
  question: {
    en: 'The path is known, the method is not. Is that a 404, a 405 or a 501, and who answers OPTIONS?',
    zh: '路径认识，方法不认识。是 404、405 还是 501？OPTIONS 由谁应答？',
  },
  requests: [
    { name: { en: 'OPTIONS', zh: 'OPTIONS' }, method: 'OPTIONS', target: '/notes' },
    {
      name: { en: 'a method without a route', zh: '没有路由的方法' },
      method: 'DELETE',
      target: '/notes',
    },
    {
      name: { en: 'a method that nobody implements', zh: '没有人实现的方法' },
      method: 'PROPFIND',
      target: '/notes',
    },
    {
      name: { en: 'where 405 was asked for', zh: '要求返回 405 的路径' },
      method: 'DELETE',
      target: '/strict',
    },
    {
      name: { en: 'OPTIONS of an unknown path', zh: '未知路径的 OPTIONS' },
      method: 'OPTIONS',
      target: '/nowhere',
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'GET, HEAD, POST',
        headers: { allow: 'GET, HEAD, POST' },
        events: ['respond (framework)'],
      },
      { status: 404, body: /<pre>Cannot DELETE \/notes<\/pre>/, headers: { allow: undefined } },
      { status: 404, body: /<pre>Cannot PROPFIND \/notes<\/pre>/, headers: { allow: undefined } },
      { status: 405, body: 'Method Not Allowed', headers: { allow: 'GET, HEAD' } },
      { status: 404, body: /<pre>Cannot OPTIONS \/nowhere<\/pre>/, headers: { allow: undefined } },
    ],
    why: {
      en: 'The router collects the methods of the routes that match and answers OPTIONS with them. For any other method it goes on, to a 404; a route’s .all behind the others turns that into a 405.',
      zh: '路由器收集匹配路由的方法，用来应答 OPTIONS。其他方法则继续走到 404；在同一路由最后写 .all 可以改成 405。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '',
        headers: { allow: 'HEAD, GET, POST' },
        events: ['respond (framework)'],
      },
      { status: 405, body: 'Method Not Allowed', headers: { allow: 'HEAD, GET, POST' } },
      { status: 501, body: 'Not Implemented', headers: { allow: 'HEAD, GET, POST' } },
      { status: 405, body: 'Method Not Allowed', headers: { allow: 'HEAD, GET' } },
      { status: 404, body: 'Not Found', headers: { allow: undefined } },
    ],
    why: {
      en: 'router.allowedMethods() is a middleware that looks at a response that is still 404: OPTIONS gets 200 with Allow, a method that other routes use 405, one that the router does not implement 501.',
      zh: 'router.allowedMethods() 是一个中间件，它查看仍为 404 的响应：OPTIONS 得到 200 和 Allow，其他路由用到的方法得到 405，路由器没有实现的方法得到 501。',
    },
  },
  answer: {
    en: 'Express answers OPTIONS by itself and everything else with 404; 405 is yours to write. Koa’s router does all three, if you add allowedMethods().',
    zh: 'Express 自动应答 OPTIONS，其余都是 404，405 要自己写。Koa 的路由器三种都会，只要加上 allowedMethods()。',
  },
} satisfies Topic
