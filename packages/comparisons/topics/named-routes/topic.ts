import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Named routes', zh: '命名路由' },
  question: {
    en: 'A page wants to link to a route without repeating its path. Can a route have a name?',
    zh: '页面想链接到一条路由，又不想重复写路径。路由可以有名字吗？',
  },
  requests: [
    { name: { en: 'the link', zh: '链接' }, target: '/link' },
    { name: { en: 'where it leads', zh: '链接所指' }, target: '/users/a%2Fb%20c' },
    { name: { en: 'a redirect to a route', zh: '重定向到路由' }, target: '/me' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '/users/a%2Fb%20c',
        events: ['enter link', 'respond link', 'return link'],
      },
      { status: 200, body: 'hello a/b c' },
      {
        status: 302,
        body: 'Found. Redirecting to /users/ada',
        headers: { location: '/users/ada' },
      },
    ],
    why: {
      en: 'Express matches paths and never builds one. A function beside the route does it, and must encode the values itself.',
      zh: 'Express 只匹配路径，从不生成路径。可以在路由旁边写一个函数来生成，编码也要自己做。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '/users/a%2Fb%20c',
        events: ['enter link', 'return link', 'respond (framework)'],
      },
      { status: 200, body: 'hello a/b c' },
      { status: 302, body: 'Redirecting to /users/ada.', headers: { location: '/users/ada' } },
    ],
    why: {
      en: 'The first argument may be a name. router.url fills the path of that name with encoded values.',
      zh: '第一个参数可以是名字。router.url 用编码后的值填充该名字对应的路径。',
    },
  },
  answer: {
    en: 'In Koa’s router yes, in Express no: write the function. The links come out the same.',
    zh: 'Koa 的路由器可以，Express 不行：自己写一个函数。得到的链接是一样的。',
  },
} satisfies Topic
