import type { Topic } from '../../src/topic.ts'

const post = (target: string, type: string, body: string | Uint8Array) => ({
  method: 'POST',
  target,
  headers: [['Content-Type', type]] as const,
  body,
})

export default {
  group: 'request',
  title: { en: 'Bodies', zh: '请求体' },
  question: {
    en: 'A client posts JSON, a form, a text and raw bytes. Who reads the body, where does it stand afterwards, and what is there when nobody reads it?',
    zh: '客户端提交 JSON、表单、文本和原始字节。谁来读请求体？读完放在哪里？如果没人读呢？',
  },
  requests: [
    {
      name: { en: 'JSON', zh: 'JSON' },
      ...post('/json', 'application/json', '{"name":"Ada","age":36}'),
    },
    {
      name: { en: 'a form with one name twice', zh: '同名字段出现两次的表单' },
      ...post('/form', 'application/x-www-form-urlencoded', 'name=Ada&lang=en&lang=zh'),
    },
    {
      name: { en: 'a text in UTF-8', zh: 'UTF-8 文本' },
      ...post('/text', 'text/plain; charset=utf-8', '你好'),
    },
    {
      name: { en: 'raw bytes', zh: '原始字节' },
      ...post('/raw', 'application/octet-stream', Uint8Array.of(0, 1, 2, 254, 255)),
    },
    {
      name: { en: 'JSON for a reader that was not asked', zh: '没有挂解析器的 JSON' },
      ...post('/none', 'application/json', '{"name":"Ada"}'),
    },
    {
      name: { en: 'JSON that calls itself text', zh: '自称文本的 JSON' },
      ...post('/json', 'text/plain', '{"name":"Ada"}'),
    },
  ],
  express: {
    shows: [
      { status: 200, body: '{"got":{"name":"Ada","age":36}}' },
      { status: 200, body: '{"got":{"name":"Ada","lang":["en","zh"]}}' },
      { status: 200, body: 'string: 你好' },
      { status: 200, body: '5 bytes, the last one is 255' },
      { status: 200, body: 'req.body is undefined' },
      { status: 200, body: '{}' },
    ],
    why: {
      en: 'A parser for each kind comes with Express and is asked for by name, per route or for all. Each looks at Content-Type and leaves alone what is not its own; then req.body stays undefined, and res.json leaves it out.',
      zh: 'Express 自带每种格式的解析器，按名字挂到某个路由或整个应用上。每个解析器只看自己认识的 Content-Type，不认识的就放过；这时 req.body 仍是 undefined，res.json 会略去它。',
    },
  },
  koa: {
    shows: [
      { status: 200, body: '{"got":{"name":"Ada","age":36}}' },
      { status: 200, body: '{"got":{"name":"Ada","lang":["en","zh"]}}' },
      { status: 200, body: 'string: 你好' },
      { status: 200, body: '5 bytes, the last one is 255' },
      { status: 200, body: 'ctx.request.body is undefined' },
      { status: 200, body: '{"got":"{\\"name\\":\\"Ada\\"}"}' },
    ],
    why: {
      en: 'Koa has no parser. koa-body is one for JSON, forms and text at once and picks by Content-Type, so that JSON which calls itself text arrives as a string. Raw bytes are read from ctx.req, the request of Node.',
      zh: 'Koa 没有解析器。koa-body 一个中间件同时处理 JSON、表单和文本，按 Content-Type 选择，所以自称文本的 JSON 会变成字符串。原始字节从 ctx.req（Node 的请求）读取。',
    },
  },
  answer: {
    en: 'Neither reads a body unless told to. Express has a reader for each kind and puts the result on req.body; in Koa one package reads what it knows and puts it on ctx.request.body (ctx.body is the answer).',
    zh: '不挂解析器，两边都不会读请求体。Express 每种格式一个解析器，结果放在 req.body；Koa 由一个第三方包统一读取，结果放在 ctx.request.body（ctx.body 是响应体）。',
  },
} satisfies Topic
