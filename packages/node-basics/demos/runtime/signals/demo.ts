import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Signals: asked to stop', zh: '信号：请停下' },
  question: {
    en: 'A server gets SIGTERM while it is answering a request. What does it do with and without a handler?',
    zh: '服务器正在应答请求时收到 SIGTERM。有处理函数和没有，各会怎样？',
  },
  explanation: {
    en: 'Without one it is gone at once, and the client gets nothing. With one it stops taking new connections, finishes what has begun and then ends. Containers send SIGTERM and, some seconds later, SIGKILL, which nobody can handle.',
    zh: '没有处理函数就立刻消失，客户端什么也得不到。有处理函数，它就停止接受新连接，做完手头的再结束。容器先发 SIGTERM，几秒之后发 SIGKILL，后者谁也拦不住。',
  },
  links: ['https://nodejs.org/api/process.html#signal-events'],
  posixOnly: { en: 'Windows has no signals.', zh: 'Windows 没有信号。' },
} satisfies Demo
