import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A client that never finishes its request', zh: '永远发不完请求的客户端' },
  question: {
    en: 'A client sends half a header and then nothing. How long does the server wait, and what does it answer?',
    zh: '客户端只发了半个头就不动了。服务器等多久？应答什么？',
  },
  explanation: {
    en: 'headersTimeout, 60 s by default, ends it with 408 (requestTimeout, 300 s, covers the body as well). Without these limits a handful of sleepers uses up all connections. connectionsCheckingInterval says how often Node looks.',
    zh: 'headersTimeout 默认 60 秒，到时以 408 结束（requestTimeout 为 300 秒，包括正文）。没有这些限制，几个“睡着”的客户端就能占满连接。connectionsCheckingInterval 决定 Node 多久检查一次。',
  },
  links: ['https://nodejs.org/api/http.html#serverheaderstimeout'],
} satisfies Demo
