import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'HTTP/2: many requests, one connection', zh: 'HTTP/2：一个连接，多个请求' },
  question: {
    en: 'A slow and a quick request are sent over one connection. Who is answered first?',
    zh: '一个慢请求和一个快请求走同一个连接。谁先得到应答？',
  },
  explanation: {
    en: 'The quick one: each request is a stream of its own, and frames of all are mixed on the connection. In HTTP/1.1 the second would wait behind the first or need a second connection. Headers such as :path and :status are ordinary headers here.',
    zh: '快的先：每个请求是独立的流，各自的帧在连接上交错。在 HTTP/1.1 里，第二个要么排在后面，要么另开连接。:path、:status 在这里就是普通的头。',
  },
  links: ['https://nodejs.org/api/http2.html'],
} satisfies Demo
