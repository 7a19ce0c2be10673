import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Mounting an app', zh: '挂载应用' },
  question: {
    en: 'A whole app stands below /blog of another. Which path does it see, and who gets what it does not answer?',
    zh: '一个完整的应用挂在另一个应用的 /blog 下。它看到的路径是什么？它不应答的由谁处理？',
  },
  requests: [
    { name: { en: 'a page of the mounted app', zh: '被挂载应用的页面' }, target: '/blog/post' },
    { name: { en: 'a page that it does not have', zh: '它没有的页面' }, target: '/blog/other' },
    { name: { en: 'its root, without a slash', zh: '它的根，不带斜杠' }, target: '/blog' },
    { name: { en: 'an error in it', zh: '其中的错误' }, target: '/blog/boom' },
    {
      name: { en: 'a path that only begins like it', zh: '只是开头相同的路径' },
      target: '/blogger',
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"url":"/post","baseUrl":"/blog","originalUrl":"/blog/post"}',
        events: ['enter post', 'respond post', 'return post'],
      },
      { status: 200, body: 'fallback at /blog/other' },
      { status: 200, body: 'fallback at /blog' },
      { status: 500, body: 'caught outside: blog is ill' },
      { status: 200, body: 'fallback at /blogger' },
    ],
    why: {
      en: 'app.use cuts /blog off req.url and keeps it in req.baseUrl. What the blog neither answers nor catches comes back to the outer walk, with the URL restored: the fallback runs, and so does the outer error handler.',
      zh: 'app.use 把 /blog 从 req.url 剪掉，存入 req.baseUrl。blog 既不应答也不捕获的，会带着恢复后的 URL 回到外层遍历：fallback 会运行，外层的错误处理函数也会。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"path":"/post","mountPath":"/blog","originalUrl":"/blog/post"}',
        events: [
          'enter errorHandler',
          'next errorHandler',
          'enter (anonymous)',
          'enter post',
          'return post',
          'return (anonymous)',
          'return errorHandler',
          'settle post',
          'settle (anonymous)',
          'settle errorHandler',
          'respond (framework)',
        ],
      },
      { status: 200, body: 'fallback at /blog/other' },
      { status: 200, body: 'fallback at /blog' },
      { status: 500, body: 'caught outside: blog is ill' },
      { status: 200, body: 'fallback at /blogger' },
    ],
    why: {
      en: 'koa-mount does the same for ctx.path: it composes the middleware of the inner app and runs them as one of the outer. Errors are rejections, so the outer try/catch sees them.',
      zh: 'koa-mount 对 ctx.path 做同样的事：把内层应用的中间件组合起来，当作外层的一个中间件运行。错误就是拒绝，所以外层的 try/catch 能看到。',
    },
  },
  answer: {
    en: 'It sees the path without the prefix, and what it leaves over goes on in the outer app, on both sides. In Express mounting is built in; Koa needs koa-mount.',
    zh: '两边都是：它看到去掉前缀的路径，它不处理的在外层应用继续。Express 内置挂载，Koa 需要 koa-mount。',
  },
} satisfies Topic
