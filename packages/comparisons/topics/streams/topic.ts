import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'Streams that fail, clients that leave', zh: '出错的流与离开的客户端' },
  question: {
    en: 'The body is a stream. It fails half-way, or the client hangs up half-way. Who ends the other end?',
    zh: '响应体是一个流。流中途出错，或客户端中途离开。另一端由谁结束？',
  },
  requests: [
    { name: { en: 'a whole stream', zh: '完整的流' }, target: '/whole' },
    { name: { en: 'a stream that fails', zh: '出错的流' }, target: '/broken', patience: 300 },
    {
      name: { en: 'a client that leaves', zh: '离开的客户端' },
      target: '/waiting',
      abort: 'after-first-byte',
      linger: 100,
    },
  ],
  express: {
    shows: [
      { status: 200, body: 'abcabcabc', events: ['enter whole', 'return whole', 'respond whole'] },
      { status: 200, body: 'abcabcabc', fate: 'closed', slips: ['console: Error: disk is gone'] },
      {
        status: 200,
        body: 'abc',
        fate: 'aborted',
        slips: [
          'console: source closed',
          'console: Error [ERR_STREAM_PREMATURE_CLOSE]: Premature close',
        ],
      },
    ],
    why: {
      en: 'pipeline of Node ties source and response: if one of them dies, the other is destroyed and the callback is told. Headers are out, so next(err) can only close the connection. A plain pipe() would do neither.',
      zh: 'Node 的 pipeline 把源和响应绑在一起：一个出错，另一个就被销毁，并通知回调。头部已经发出，next(err) 只能关闭连接。单用 pipe() 两样都做不到。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'abcabcabc',
        events: ['enter whole', 'return whole', 'respond (framework)'],
      },
      {
        status: 200,
        body: 'abcabcabc',
        fate: 'closed',
        slips: ['console: Error: disk is gone', 'console: Error: disk is gone'],
      },
      {
        status: 200,
        body: 'abc',
        fate: 'aborted',
        slips: [
          'console: source closed',
          'console: Error [ERR_STREAM_PREMATURE_CLOSE]: Premature close',
        ],
      },
    ],
    why: {
      en: 'respond does that pipeline for a stream in ctx.body, and every failure goes to ctx.onerror: printed, with the headers out no answer. A stream that fails is reported twice, once by itself and once by the pipeline.',
      zh: 'respond 为 ctx.body 里的流做同样的 pipeline，所有失败都交给 ctx.onerror：只打印，因为头部已经发出，无法再应答。出错的流会报告两次：一次由流本身，一次由 pipeline。',
    },
  },
  answer: {
    en: 'In Koa it is done for you; in Express use pipeline, not pipe. On both sides the client sees an answer that is cut short, and the source is closed when the client leaves.',
    zh: 'Koa 已经替你做好；在 Express 里请用 pipeline，而不是 pipe。两边的客户端都会看到不完整的应答，客户端离开时源也会关闭。',
  },
} satisfies Topic
