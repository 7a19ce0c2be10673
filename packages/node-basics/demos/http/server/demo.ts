import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The smallest server', zh: '最小的服务器' },
  question: {
    en: 'The server listens on port 0. Which port does it get, and what has to happen for the process to end?',
    zh: '服务器监听端口 0。它得到哪个端口？怎样进程才会结束？',
  },
  explanation: {
    en: 'Port 0 means any free one; address() tells which. The callback is called for each request. A listening server keeps the process alive until it is closed. The demos of this group all do so, with a client in the same file.',
    zh: '端口 0 表示任选一个空闲端口，address() 告诉你是哪个。每个请求调用一次回调。监听中的服务器让进程一直活着，直到关闭。这一组示例都如此，客户端写在同一个文件里。',
  },
  links: ['https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener'],
} satisfies Demo
