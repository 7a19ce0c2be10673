import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Nested routers', zh: '嵌套路由器' },
  question: {
    en: 'A router stands inside another, whose path has a parameter. Does the inner handler see it?',
    zh: '一个路由器放在另一个里面，外层路径带有参数。内层处理函数能看到它吗？',
  },
  requests: [
    { name: { en: 'one level down', zh: '下一层' }, target: '/forums/koa/posts/7' },
    { name: { en: 'another one', zh: '另一个' }, target: '/forums/koa/drafts/8' },
    { name: { en: 'a path of neither', zh: '都不匹配的路径' }, target: '/forums/koa/users/9' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"forum":"koa","post":"7"}',
        events: ['enter post', 'respond post', 'return post'],
      },
      { status: 200, body: '{"post":"8"}' },
      { status: 404, body: /<pre>Cannot GET \/forums\/koa\/users\/9<\/pre>/ },
    ],
    why: {
      en: 'Each router sets req.params anew from its own path, and puts back the outer ones when it is left. mergeParams keeps the outer ones in sight.',
      zh: '每个路由器都用自己的路径重新设置 req.params，离开时再恢复外层的。mergeParams 让外层的仍然可见。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"forum":"koa","post":"7"}',
        events: ['enter post', 'return post', 'respond (framework)'],
      },
      { status: 200, body: '{"forum":"koa","post":"8"}' },
      { status: 404, body: 'Not Found' },
    ],
    why: {
      en: 'Nesting copies the routes of the inner router into the outer one, with the longer path. At run time there is one list of whole paths, and so all parameters are seen.',
      zh: '嵌套就是把内层路由器的路由连同更长的路径复制到外层。运行时只有一个完整路径的列表，所以所有参数都可见。',
    },
  },
  answer: {
    en: 'In Koa always, in Express only with { mergeParams: true }. Koa copies at registration: a route that is added to the inner router afterwards is not found.',
    zh: '在 Koa 里总能看到，在 Express 里要写 { mergeParams: true }。Koa 在注册时复制：之后再加到内层路由器的路由不会被找到。',
  },
} satisfies Topic
