import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A client without fetch', zh: '不用 fetch 的客户端' },
  question: {
    en: 'http.get calls back with a response. Is the body there? And is a 404 an error?',
    zh: 'http.get 用一个响应回调。正文已经在里面了吗？404 算错误吗？',
  },
  explanation: {
    en: 'At that moment only the headers have come; the body is a stream. A status, whatever it is, is an answer. Errors are those of the connection: refused, reset, unknown host.',
    zh: '那时只到了头部，正文是流。状态码无论多少都是应答。错误指的是连接的错误：被拒绝、被重置、主机未知。',
  },
  pitfalls: [
    {
      en: 'A response that nobody reads keeps its connection busy: call resume().',
      zh: '没人读的响应会一直占着连接：调用 resume()。',
    },
  ],
  links: ['https://nodejs.org/api/http.html#httpgetoptions-callback'],
} satisfies Demo
