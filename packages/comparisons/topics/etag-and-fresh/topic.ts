import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'ETag and 304', zh: 'ETag 与 304' },
  question: {
    en: 'A client comes back with the ETag, or the date, that it was given. Who notices that nothing has changed?',
    zh: '客户端带着之前得到的 ETag 或日期再次请求。由谁发现内容没有变？',
  },
  requests: [
    { name: { en: 'the first time', zh: '第一次' }, target: '/' },
    {
      name: { en: 'again, with the ETag', zh: '再次，带 ETag' },
      target: '/',
      headers: [['If-None-Match', 'W/"10-C15Dep6UJN/Rom98GlL73zJcQ9k"']],
    },
    {
      name: { en: 'with another ETag', zh: '带别的 ETag' },
      target: '/',
      headers: [['If-None-Match', '"other"']],
    },
    {
      name: { en: 'with the date', zh: '带日期' },
      target: '/stamped',
      headers: [['If-Modified-Since', 'Wed, 25 Nov 2026 00:00:00 GMT']],
    },
    {
      name: { en: 'with the date, but no-cache', zh: '带日期，但要求 no-cache' },
      target: '/stamped',
      headers: [
        ['If-Modified-Since', 'Wed, 25 Nov 2026 00:00:00 GMT'],
        ['Cache-Control', 'no-cache'],
      ],
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'the same as ever',
        headers: { etag: 'W/"10-C15Dep6UJN/Rom98GlL73zJcQ9k"' },
        events: ['enter handler', 'respond handler', 'return handler'],
      },
      {
        status: 304,
        body: '',
        headers: { etag: 'W/"10-C15Dep6UJN/Rom98GlL73zJcQ9k"', 'content-length': undefined },
      },
      {
        status: 200,
        body: 'the same as ever',
        headers: { etag: 'W/"10-C15Dep6UJN/Rom98GlL73zJcQ9k"' },
      },
      { status: 304, body: '', headers: { 'last-modified': 'Wed, 25 Nov 2026 00:00:00 GMT' } },
      {
        status: 200,
        body: 'made with much work',
        headers: { 'last-modified': 'Wed, 25 Nov 2026 00:00:00 GMT' },
      },
    ],
    why: {
      en: 'res.send hashes the body into a weak ETag and compares it with what the client sent: the handler has done its work, only the bytes are saved. req.fresh can be asked earlier, when there is a date or a tag of one’s own.',
      zh: 'res.send 对响应体计算弱 ETag，并与客户端发来的比较：处理函数的工作已经做完，省下的只是传输。如果有自己的日期或标签，可以提前询问 req.fresh。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'the same as ever',
        headers: { etag: undefined },
        events: ['enter handler', 'return handler', 'respond (framework)'],
      },
      { status: 200, body: 'the same as ever', headers: { etag: undefined } },
      { status: 200, body: 'the same as ever', headers: { etag: undefined } },
      { status: 304, body: '', headers: { 'last-modified': 'Wed, 25 Nov 2026 00:00:00 GMT' } },
      {
        status: 200,
        body: 'made with much work',
        headers: { 'last-modified': 'Wed, 25 Nov 2026 00:00:00 GMT' },
      },
    ],
    why: {
      en: 'Koa tags nothing by itself (there are middleware for it), but ctx.fresh compares what the handler has set. It looks at the status too, which is still 404 until somebody sets it.',
      zh: 'Koa 自己不打标签（有中间件可用），但 ctx.fresh 会比较处理函数设置的值。它也看状态码，而状态码在有人设置之前还是 404。',
    },
  },
  answer: {
    en: 'Express answers 304 without being asked; Koa compares only when the handler does.',
    zh: 'Express 会主动应答 304；Koa 只在处理函数要求时才比较。',
  },
} satisfies Topic
