import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Leaving HTTP behind: Upgrade', zh: '离开 HTTP：Upgrade' },
  question: {
    en: 'After status 101 the connection speaks another language. Who gets the socket?',
    zh: '状态 101 之后，连接改说另一种语言。套接字归谁？',
  },
  explanation: {
    en: "The upgrade event hands over the bare socket: from then on it is TCP, and the server's request handler never sees it. WebSockets begin like this, with a check of Sec-WebSocket-Key.",
    zh: 'upgrade 事件交出裸套接字：此后就是 TCP，服务器的请求处理函数再也看不到它。WebSocket 就是这样开始的，另外还要核对 Sec-WebSocket-Key。',
  },
  links: ['https://nodejs.org/api/http.html#event-upgrade_1'],
} satisfies Demo
