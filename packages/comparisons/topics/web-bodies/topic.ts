import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'Blob, web stream and Response', zh: 'Blob、Web 流与 Response' },
  question: {
    en: 'fetch and its like give a Blob, a ReadableStream, a Response. Can they be answered with as they are?',
    zh: 'fetch 之类给出的是 Blob、ReadableStream、Response。能直接拿来应答吗？',
  },
  requests: [
    { name: { en: 'a Blob, as it is', zh: '直接给出 Blob' }, target: '/as-it-is' },
    { name: { en: 'a Blob with a type', zh: '带类型的 Blob' }, target: '/blob' },
    { name: { en: 'a web stream', zh: 'Web 流' }, target: '/stream' },
    { name: { en: 'a Response of fetch', zh: 'fetch 的 Response' }, target: '/response' },
    { name: { en: 'text instead of a stream', zh: '先给流，再改成文本' }, target: '/instead' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
      {
        status: 200,
        body: '<p>a blob</p>',
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': '13' },
      },
      {
        status: 200,
        body: 'abc',
        headers: { 'content-type': 'text/plain; charset=utf-8', 'transfer-encoding': 'chunked' },
      },
      {
        status: 201,
        body: '{"made":true}',
        headers: { 'content-type': 'application/json; charset=utf-8', 'x-by': 'fetch' },
      },
      { status: 200, body: 'text' },
    ],
    why: {
      en: 'res.send knows strings, buffers and JSON; a Blob has no own properties, and so becomes {}. Bytes have to be awaited, a web stream turned into one of Node’s, a Response taken apart.',
      zh: 'res.send 只认字符串、Buffer 和 JSON；Blob 没有自有属性，于是成了 {}。字节要先 await 取出，Web 流要转成 Node 的流，Response 要自己拆开。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '<p>a blob</p>',
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': '13' },
      },
      {
        status: 200,
        body: '<p>a blob</p>',
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': '13' },
      },
      {
        status: 200,
        body: 'abc',
        headers: { 'content-type': 'text/plain; charset=utf-8', 'transfer-encoding': 'chunked' },
      },
      {
        status: 201,
        body: '{"made":true}',
        headers: { 'content-type': 'application/json', 'x-by': 'fetch' },
      },
      { status: 200, body: 'text', headers: { 'x-stream': 'destroyed' } },
    ],
    why: {
      en: 'Each is a kind of body that ctx.body knows: a Blob brings type and length, a Response brings status and headers as well. A stream that is replaced is destroyed.',
      zh: '它们都是 ctx.body 认识的类型：Blob 带来类型和长度，Response 还带来状态码和头部。被替换掉的流会被销毁。',
    },
  },
  answer: {
    en: 'In Koa assign them to ctx.body. In Express a Blob that is sent as it is becomes {}, without a word.',
    zh: '在 Koa 里直接赋给 ctx.body 即可。在 Express 里，直接发送的 Blob 会不声不响地变成 {}。',
  },
} satisfies Topic
