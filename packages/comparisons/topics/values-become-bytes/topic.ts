import type { Topic } from '../../src/topic.ts'

export default {
  group: 'response',
  title: { en: 'How a value becomes bytes', zh: '值怎样变成字节' },
  question: {
    en: 'A text, markup, an object, a number, bytes, a stream, null, nothing: which Content-Type and which status does each get?',
    zh: '字符串、标记、对象、数字、字节、流、null、什么都没有：各自得到什么 Content-Type 和状态码？',
  },
  requests: [
    { name: { en: 'a text', zh: '字符串' }, target: '/text' },
    { name: { en: 'markup', zh: '标记' }, target: '/markup' },
    { name: { en: 'an object', zh: '对象' }, target: '/object' },
    { name: { en: 'a number', zh: '数字' }, target: '/number' },
    { name: { en: 'a buffer', zh: 'Buffer' }, target: '/buffer' },
    { name: { en: 'a stream', zh: '流' }, target: '/stream' },
    { name: { en: 'null', zh: 'null' }, target: '/null' },
    { name: { en: 'nothing', zh: '什么都没有' }, target: '/nothing' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'text',
        headers: { 'content-type': 'text/html; charset=utf-8' },
        events: ['enter (anonymous)', 'respond (anonymous)', 'return (anonymous)'],
      },
      {
        status: 200,
        body: '<p>markup</p>',
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
      {
        status: 200,
        body: '{"a":1}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
      { status: 200, body: '7', headers: { 'content-type': 'application/json; charset=utf-8' } },
      { status: 200, body: '', headers: { 'content-type': 'application/octet-stream' } },
      {
        status: 200,
        body: 'ab',
        headers: { 'content-type': undefined, 'transfer-encoding': 'chunked' },
      },
      { status: 200, body: '', headers: { 'content-length': '0' } },
      { status: 200, body: '', headers: { 'content-length': '0' } },
    ],
    why: {
      en: 'res.send looks at the kind of the value: a string is HTML whatever is in it, an object, number or boolean goes to res.json, a buffer is bytes. A stream is piped by hand, so it has no type. null and nothing are an empty 200.',
      zh: 'res.send 看值的种类：字符串一律是 HTML，对象、数字、布尔值交给 res.json，Buffer 是字节。流要自己 pipe，所以没有类型。null 和什么都不传是空的 200。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'text',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        events: ['enter (anonymous)', 'return (anonymous)', 'respond (framework)'],
      },
      {
        status: 200,
        body: '<p>markup</p>',
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
      {
        status: 200,
        body: '{"a":1}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
      { status: 200, body: '7', headers: { 'content-type': 'application/json; charset=utf-8' } },
      { status: 200, body: '', headers: { 'content-type': 'application/octet-stream' } },
      {
        status: 200,
        body: 'ab',
        headers: { 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' },
      },
      { status: 204, body: '', headers: { 'content-length': undefined } },
      { status: 204, body: '', headers: { 'content-length': undefined } },
    ],
    why: {
      en: 'Setting ctx.body picks the type: HTML only if the string begins with “<”, else plain text; JSON for whatever is left over. A stream is a body like any other. null and undefined mean “no content” and make the status 204.',
      zh: '设置 ctx.body 时确定类型：字符串以“<”开头才是 HTML，否则是纯文本；其余的都是 JSON。流和其他值一样可以作 body。null 和 undefined 表示“没有内容”，状态码变成 204。',
    },
  },
  answer: {
    en: 'The same for objects, numbers and buffers. A plain text is HTML in Express, which matters when it holds what a user typed; null is 200 in Express, 204 in Koa; and only Koa knows what to do with a stream.',
    zh: '对象、数字和 Buffer 相同。纯文本在 Express 里是 HTML，若其中有用户输入就要当心；null 在 Express 里是 200，在 Koa 里是 204；只有 Koa 懂得直接处理流。',
  },
} satisfies Topic
