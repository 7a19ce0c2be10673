import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'Server-sent events', zh: '服务器推送事件（SSE）' },
  question: {
    en: 'One answer that never ends, message after message. How is it written, and who stops the work when the client leaves?',
    zh: '一个不会结束的应答，一条接一条消息。怎么写？客户端离开时由谁停止工作？',
  },
  requests: [
    {
      name: { en: 'two events', zh: '两个事件' },
      target: '/events?count=2&every=5',
      headers: [['Accept', 'text/event-stream']],
    },
    {
      name: { en: 'a client that leaves', zh: '离开的客户端' },
      target: '/events?count=1000&every=10000',
      abort: 'after-first-byte',
      linger: 50,
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'id: 1\ndata: tick 1\n\nid: 2\ndata: tick 2\n\n',
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'transfer-encoding': 'chunked',
        },
        events: ['enter events', 'return events', 'respond events', 'settle events'],
      },
      {
        status: 200,
        body: 'id: 1\ndata: tick 1\n\n',
        fate: 'aborted',
        slips: ['console: nobody listens any more'],
      },
    ],
    why: {
      en: 'res.write sends a piece at once; the answer lasts until res.end. The handler has to notice by the event “close” that the client left, or it writes into the void.',
      zh: 'res.write 立即发出一段，应答一直持续到 res.end。处理函数要通过 “close” 事件得知客户端已离开，否则会一直往空处写。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'id: 1\ndata: tick 1\n\nid: 2\ndata: tick 2\n\n',
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'transfer-encoding': 'chunked',
        },
        events: ['enter events', 'return events', 'settle events', 'respond (framework)'],
      },
      {
        status: 200,
        body: 'id: 1\ndata: tick 1\n\n',
        fate: 'aborted',
        slips: [
          'console: Error [ERR_STREAM_PREMATURE_CLOSE]: Premature close',
          'console: nobody listens any more',
        ],
      },
    ],
    why: {
      en: 'The messages are a stream in ctx.body. When the client leaves, Koa destroys the stream; a generator that waits for something has to be woken by the event “close”. Writing to ctx.res by hand would need ctx.respond = false.',
      zh: '消息就是 ctx.body 里的一个流。客户端离开时，Koa 销毁这个流；正在等待的生成器要靠 “close” 事件唤醒。若要自己写 ctx.res，就得设 ctx.respond = false。',
    },
  },
  answer: {
    en: 'Express writes, Koa hands over a stream; the bytes are the same. Koa destroys the stream when the client leaves, but work that waits elsewhere must listen for “close” on both sides.',
    zh: 'Express 自己写，Koa 交出一个流，发出的字节相同。客户端离开时 Koa 会销毁流，但在别处等待的工作，两边都要自己监听 “close”。',
  },
} satisfies Topic
