import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'Ranges', zh: '范围请求' },
  question: {
    en: 'A player or a download manager asks for a part of a file. Does it get that part?',
    zh: '播放器或下载工具只要文件的一部分。它能只拿到那一部分吗？',
  },
  requests: [
    { name: { en: 'the whole file', zh: '整个文件' }, target: '/file' },
    {
      name: { en: 'from the third byte to the fifth', zh: '第三到第五个字节' },
      target: '/file',
      headers: [['Range', 'bytes=2-4']],
    },
    {
      name: { en: 'the last four bytes', zh: '最后四个字节' },
      target: '/file',
      headers: [['Range', 'bytes=-4']],
    },
    {
      name: { en: 'beyond the end', zh: '超出末尾' },
      target: '/file',
      headers: [['Range', 'bytes=100-']],
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'abcdefghijklmnopqrstuvwxyz',
        headers: { 'accept-ranges': 'bytes', 'content-range': undefined },
        events: ['enter sendsFile', 'return sendsFile', 'respond sendsFile'],
      },
      { status: 206, body: 'cde', headers: { 'content-range': 'bytes 2-4/26' } },
      { status: 206, body: 'wxyz', headers: { 'content-range': 'bytes 22-25/26' } },
      {
        status: 416,
        body: /<pre>RangeNotSatisfiableError: Range Not Satisfiable<br>/,
        headers: { 'content-range': 'bytes */26' },
        slips: ['console: RangeNotSatisfiableError: Range Not Satisfiable'],
      },
    ],
    why: {
      en: 'res.sendFile (and express.static) stand on the package send, which knows the size of the file, says that ranges are welcome and serves them.',
      zh: 'res.sendFile（以及 express.static）基于 send 包，它知道文件大小，声明支持范围请求并提供服务。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'abcdefghijklmnopqrstuvwxyz',
        headers: { 'accept-ranges': undefined },
        events: ['enter sendsFile', 'return sendsFile', 'respond sendsFile'],
      },
      { status: 200, body: 'abcdefghijklmnopqrstuvwxyz', headers: { 'content-range': undefined } },
      { status: 200, body: 'abcdefghijklmnopqrstuvwxyz' },
      { status: 200, body: 'abcdefghijklmnopqrstuvwxyz' },
    ],
    why: {
      en: 'A stream is a stream: Koa knows neither its size nor that a part would do. The Range header is not looked at, which HTTP allows.',
      zh: '流就是流：Koa 不知道它有多大，也不知道一部分就够。Range 头部不会被理会，这是 HTTP 允许的。',
    },
  },
  answer: {
    en: 'Express serves ranges of files by itself; Koa sends the whole, unless a middleware such as koa-range or a file server in front of it does better.',
    zh: 'Express 自动支持文件的范围请求；Koa 会发送全部内容，除非使用 koa-range 之类的中间件或前面的文件服务器。',
  },
} satisfies Topic
