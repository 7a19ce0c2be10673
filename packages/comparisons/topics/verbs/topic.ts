import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Verbs', zh: '请求方法' },
  question: {
    en: 'Each method of HTTP has a method of that name. What answers a method that no route was made for?',
    zh: 'HTTP 的每个方法都有同名的注册函数。没有注册过的方法由谁应答？',
  },
  requests: [
    { name: { en: 'GET', zh: 'GET' }, target: '/notes' },
    { name: { en: 'POST', zh: 'POST' }, method: 'POST', target: '/notes' },
    { name: { en: 'DELETE', zh: 'DELETE' }, method: 'DELETE', target: '/notes/7' },
    { name: { en: 'any method', zh: '任意方法' }, method: 'PROPFIND', target: '/ping' },
    {
      name: { en: 'a method without a route', zh: '没有路由的方法' },
      method: 'PATCH',
      target: '/notes',
    },
  ],
  express: {
    shows: [
      { status: 200, body: 'all notes', events: ['enter list', 'respond list', 'return list'] },
      { status: 201, body: 'created' },
      { status: 204, body: '' },
      { status: 200, body: 'PROPFIND pong' },
      { status: 404, body: /<pre>Cannot PATCH \/notes<\/pre>/ },
    ],
    why: {
      en: 'The app is its own router. A route that matches the path but lacks the method is passed over, so the walk ends at the final handler.',
      zh: '应用本身就是路由器。路径匹配但没有该方法的路由会被跳过，遍历最后落到最终处理函数。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'all notes',
        events: ['enter list', 'return list', 'respond (framework)'],
      },
      { status: 201, body: 'created' },
      { status: 204, body: '' },
      { status: 200, body: 'PROPFIND pong' },
      { status: 404, body: 'Not Found' },
    ],
    why: {
      en: 'Koa has no routes; @koa/router is one middleware. A route that matches the path but lacks the method counts as no match, and the response stays a 404.',
      zh: 'Koa 没有路由，@koa/router 只是一个中间件。路径匹配但没有该方法的路由算作不匹配，响应保持 404。',
    },
  },
  answer: {
    en: 'The same names on both sides: on the app in Express, on a router that you add in Koa. A path without that method is a 404 in both, not a 405.',
    zh: '两边的名字相同：Express 直接在应用上，Koa 在另外添加的路由器上。路径存在但方法不对，两边都是 404，而不是 405。',
  },
} satisfies Topic
