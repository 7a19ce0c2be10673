import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What goes over the wire', zh: '线路上传的是什么' },
  question: {
    en: 'A request is written by hand into a TCP socket. Which lines are needed?',
    zh: '手工把请求写进 TCP 套接字。哪几行是必需的？',
  },
  explanation: {
    en: 'A request line, a Host header, an empty line: HTTP/1.1 is text with CRLF at the ends of lines. The answer has a status line, headers, an empty line, the body. Without Host Node answers 400 itself.',
    zh: '请求行、Host 头、一个空行：HTTP/1.1 就是以 CRLF 换行的文本。应答有状态行、头部、空行、正文。没有 Host，Node 自己就应答 400。',
  },
  links: ['https://www.rfc-editor.org/rfc/rfc9112#name-message-format'],
} satisfies Demo
