import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A body of unknown length', zh: '长度未知的正文' },
  question: {
    en: 'The first response knows its length, the second does not. How does the client know where the body ends?',
    zh: '第一个响应知道长度，第二个不知道。客户端怎么知道正文到哪里结束？',
  },
  explanation: {
    en: 'end(text) at once lets Node set Content-Length. After write the length is unknown, so Node sends chunks, each with its size in hex before it, and a chunk of size 0 at the end.',
    zh: '一次 end(文本) 时，Node 会设置 Content-Length。先 write 的话长度未知，Node 就分块发送：每块前面是十六进制的大小，最后是大小为 0 的块。',
  },
  links: ['https://www.rfc-editor.org/rfc/rfc9112#name-chunked-transfer-coding'],
} satisfies Demo
