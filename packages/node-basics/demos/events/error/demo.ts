import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The event called error', zh: '名叫 error 的事件' },
  question: {
    en: '"warning" and "error" are emitted and nobody listens. What happens to each?',
    zh: '发出 "warning" 和 "error"，都没有监听器。各会怎样？',
  },
  explanation: {
    en: 'error is the one special name: without a listener emit throws what it was given, so that a failure is not lost. With a listener it is an ordinary event. A symbol, errorMonitor, sees errors without counting as a listener.',
    zh: 'error 是唯一特殊的名字：没有监听器时，emit 把给它的错误抛出来，免得失败无声无息。有监听器时，它只是普通事件。符号 errorMonitor 能旁观错误，又不算监听器。',
  },
  pitfalls: [
    {
      en: 'A stream or a socket without an error listener ends the process on its first error.',
      zh: '没有 error 监听器的流或套接字，出第一个错误就会让进程结束。',
    },
  ],
  links: ['https://nodejs.org/api/events.html#error-events'],
} satisfies Demo
