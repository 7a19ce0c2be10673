import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Throwing after the headers are sent', zh: '头部发出之后抛出错误' },
  question: {
    en: 'Half of the body is written when the handler throws. How does the client learn that the rest will not come?',
    zh: '响应体写了一半时处理函数抛出错误。客户端怎么知道剩下的不会来了？',
  },
  requests: [{ name: { en: 'half an answer', zh: '一半的应答' }, target: '/', patience: 300 }],
  express: {
    shows: [
      {
        status: 200,
        body: 'half an ans',
        fate: 'closed',
        slips: ['console: Error: out of words'],
        events: ['enter handler', 'throw(Error: out of words) handler'],
      },
    ],
    why: {
      en: 'The final handler sees that the headers are out, so that it cannot answer any more. It closes the connection: without its last chunk the body is known to be cut short.',
      zh: '最终处理函数发现头部已经发出，无法再应答，于是关闭连接：缺少最后一个分块，客户端就知道响应体不完整。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'half an ans',
        fate: 'no answer',
        slips: ['console: Error: out of words'],
        events: ['enter handler', 'return handler', 'throw(Error: out of words) handler'],
      },
    ],
    why: {
      en: 'ctx.onerror prints the error and returns: with the headers out, there is nothing it could set. Nobody ends the response or the connection.',
      zh: 'ctx.onerror 打印错误后就返回：头部已经发出，没有什么可以设置的了。没有人结束响应，也没有人关闭连接。',
    },
  },
  answer: {
    en: 'Express hangs up at once; in Koa the client waits. Whoever writes to ctx.res in Koa has to end or destroy it, also when something fails.',
    zh: 'Express 立刻挂断；在 Koa 里客户端会一直等。在 Koa 里直接写 ctx.res 的人，必须自己结束或销毁它，出错时也一样。',
  },
} satisfies Topic
