import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Forgetting to call next()', zh: '忘记调用 next()' },
  question: {
    en: 'A middleware neither answers nor calls next(). What does the client get?',
    zh: '一个中间件既不应答也不调用 next()。客户端会收到什么？',
  },
  requests: [{ name: { en: 'a plain request', zh: '普通请求' }, target: '/', patience: 300 }],
  express: {
    shows: [{ fate: 'no answer', events: ['enter forgetful', 'return forgetful'] }],
    why: {
      en: 'Express learns that a handler is done only from next() or from an answer. Neither comes, so the request stays open until somebody gives up.',
      zh: 'Express 只能通过 next() 或应答得知处理函数已经结束。两者都没有，请求就一直挂着，直到有一方放弃。',
    },
  },
  koa: {
    shows: [
      {
        status: 404,
        body: 'Not Found',
        events: ['enter forgetful', 'return forgetful', 'settle forgetful', 'respond (framework)'],
      },
    ],
    why: {
      en: 'The promise of forgetful settles, and with it the whole stack. Koa then writes the response as it stands: a 404, since nobody set a body.',
      zh: 'forgetful 的 promise 完成，整个栈也就完成了。于是 Koa 按当前状态写出响应：没有人设置 body，所以是 404。',
    },
  },
  answer: {
    en: 'In Express the client waits for ever; in Koa it gets a 404 at once. Neither prints a word.',
    zh: '在 Express 里客户端会一直等待；在 Koa 里它立刻收到 404。两者都不会打印任何提示。',
  },
} satisfies Topic
