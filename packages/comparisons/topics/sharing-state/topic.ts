import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Sharing state', zh: '共享数据' },
  question: {
    en: 'One handler finds the user, a later one greets them. Where does the user live meanwhile, and where does what all requests share?',
    zh: '一个处理函数找出用户，后一个向其问好。用户信息放在哪里？所有请求共享的东西又放在哪里？',
  },
  requests: [
    { name: { en: 'with a user', zh: '有用户' }, target: '/?user=ada' },
    { name: { en: 'without, right after', zh: '紧接着没有用户' }, target: '/' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'hello, ada',
        events: [
          'enter findUser',
          'next findUser',
          'enter handler',
          'respond handler',
          'return handler',
          'return findUser',
        ],
      },
      { status: 200, body: 'hello, stranger' },
    ],
    why: {
      en: 'res.locals is a new object for each request; app.locals lives as long as the app. Templates see both.',
      zh: 'res.locals 每个请求都是新对象；app.locals 与应用同寿命。模板两者都能看到。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'hello, ada',
        events: [
          'enter findUser',
          'next findUser',
          'enter handler',
          'return handler',
          'return findUser',
          'settle handler',
          'settle findUser',
          'respond (framework)',
        ],
      },
      { status: 200, body: 'hello, stranger' },
    ],
    why: {
      en: 'ctx.state is a new object for each request. app.context is the prototype of every ctx: what is set on it is there in each of them.',
      zh: 'ctx.state 每个请求都是新对象。app.context 是每个 ctx 的原型：设置在上面的东西在每个 ctx 里都有。',
    },
  },
  answer: {
    en: 'res.locals and ctx.state are for one request, app.locals and app.context for all. A module-level variable would mix up users who come at the same time.',
    zh: 'res.locals 和 ctx.state 属于单个请求，app.locals 和 app.context 属于所有请求。若用模块级变量，同时到来的用户会互相混淆。',
  },
} satisfies Topic
