import type { Topic } from '../../src/topic.ts'

const post = (body: string | string[], ...headers: [string, string][]) => ({
  method: 'POST',
  headers: [['Content-Type', 'application/json'], ...headers] as const,
  body,
})

export default {
  group: 'request',
  title: { en: 'Bodies that are too large or malformed', zh: '过大或残缺的请求体' },
  question: {
    en: 'A parser with a limit of 20 bytes gets a body that is too large, one that lies about it, one that is no JSON, and one in an unknown coding. Which status does each error carry?',
    zh: '解析器的上限是 20 字节。请求体过大、分块发送而过大、不是 JSON、用了未知编码时，错误各带什么状态码？',
  },
  requests: [
    { name: { en: 'within the limit', zh: '未超限' }, ...post('{"a":1}') },
    {
      name: { en: 'too large, and says so', zh: '过大，并如实声明长度' },
      ...post(`{"a":"${'x'.repeat(30)}"}`),
    },
    {
      name: { en: 'too large, in chunks', zh: '过大，分块发送' },
      ...post(['{"a":"', 'x'.repeat(30), '"}']),
    },
    { name: { en: 'cut short', zh: '残缺的 JSON' }, ...post('{"a":') },
    { name: { en: 'a number, which is JSON too', zh: '一个数字，也是 JSON' }, ...post('1') },
    {
      name: { en: 'a coding that nobody knows', zh: '未知的编码' },
      ...post('{"a":1}', ['Content-Encoding', 'zip']),
    },
    { name: { en: 'an empty body', zh: '空请求体' }, ...post('') },
  ],
  express: {
    shows: [
      { status: 200, body: '{"a":1}' },
      { status: 413, body: '{"status":413,"type":"entity.too.large"}' },
      { status: 413, body: '{"status":413,"type":"entity.too.large"}' },
      { status: 400, body: '{"status":400,"type":"entity.parse.failed"}' },
      { status: 400, body: '{"status":400,"type":"entity.parse.failed"}' },
      { status: 415, body: '{"status":415,"type":"encoding.unsupported"}' },
      { status: 200, body: '{}' },
    ],
    why: {
      en: 'A declared length is believed at once, chunks are counted as they come. Each error has a status and a type, and goes to the handler for errors.',
      zh: '声明的长度立即生效，分块则边收边数。每个错误都带有 status 和 type，交给错误处理函数。',
    },
  },
  koa: {
    shows: [
      { status: 200, body: '{"a":1}' },
      { status: 413, body: '{"status":413,"type":"entity.too.large"}' },
      { status: 413, body: '{"status":413,"type":"entity.too.large"}' },
      { status: 400, body: '{"status":400}' },
      { status: 400, body: '{"status":400}' },
      { status: 415, body: '{"status":415}' },
      { status: 200, body: '{}' },
    ],
    why: {
      en: 'koa-body throws the same kinds of errors with the same status; only those of raw-body, which both use, carry a type.',
      zh: 'koa-body 抛出同类错误，状态码相同；只有来自 raw-body（两边都用它）的错误才带 type。',
    },
  },
  answer: {
    en: 'The statuses are the same: 413 too large, 400 malformed, 415 unknown coding. They arrive as errors, so that they need a handler like any other error.',
    zh: '状态码相同：413 过大，400 格式错误，415 未知编码。它们都以错误的形式到达，和其他错误一样需要处理。',
  },
} satisfies Topic
