import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'for await over a stream', zh: '用 for await 遍历流' },
  question: {
    en: 'The loop is left by break after two of five chunks. What becomes of the stream?',
    zh: '五段只读了两段就 break。流会怎样？',
  },
  explanation: {
    en: 'Leaving the loop destroys the stream: its file or socket is closed, the generator behind it runs its finally. An error of the stream is thrown by the loop, so try and catch work as everywhere.',
    zh: '离开循环就会销毁流：文件或套接字被关闭，背后的生成器运行 finally。流的错误由循环抛出，所以 try/catch 照常可用。',
  },
  links: ['https://nodejs.org/api/stream.html#readablesymbolasynciterator'],
} satisfies Demo
