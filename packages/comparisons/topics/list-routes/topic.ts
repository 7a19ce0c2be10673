import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Which routes are there?', zh: '有哪些路由？' },
  question: {
    en: 'An app with a router in it is asked for its routes: for a test, for its documentation. Can it tell them, and with the whole path?',
    zh: '向一个内含路由器的应用询问它的路由，用来测试或生成文档。它说得出来吗？路径完整吗？',
  },
  requests: [
    { name: { en: 'the list', zh: '列表' }, target: '/routes' },
    { name: { en: 'one of them', zh: '其中一条' }, target: '/users/7' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '["GET,DELETE,HEAD /users/:id","* /ping","* /health","GET,HEAD /routes"]',
      },
      { status: 200, body: 'here' },
    ],
    why: {
      en: 'A router keeps a list of layers: routes, and other routers under a path. listRoutes shows that list as it is, so that whole paths are put together by going down.',
      zh: '路由器保存的是一列 layer：有路由，也有挂在某个路径下的其他路由器。listRoutes 原样给出这个列表，完整路径要自己逐层拼起来。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: /^\["HEAD,GET \/users\/:id","DELETE \/users\/:id","[A-Z,-]+ \/ping","[A-Z,-]+ \/health","HEAD,GET \/routes"\]$/,
      },
      { status: 200, body: 'here' },
    ],
    why: {
      en: 'Nesting copies the inner routes with their whole path, so that router.stack is one flat list. all has no sign of its own: it is every method there is.',
      zh: '嵌套时内层路由连同完整路径被复制过来，所以 router.stack 就是一个扁平的列表。all 没有专门的标记，而是列出所有方法。',
    },
  },
  answer: {
    en: 'Both can tell: Express as a tree of routers, Koa as one list. In each, GET brings HEAD along.',
    zh: '两边都说得出来：Express 是路由器的树，Koa 是一个列表。两边的 GET 都带着 HEAD。',
  },
} satisfies Topic
