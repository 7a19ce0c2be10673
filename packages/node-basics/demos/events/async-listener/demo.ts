import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'An async listener that fails', zh: '失败的异步监听器' },
  question: {
    en: 'The listener is async and throws after an await. Who gets the error?',
    zh: '监听器是 async，在 await 之后抛错。错误到了谁手里？',
  },
  explanation: {
    en: 'emit ignores what a listener returns, so a rejected promise is an unhandled rejection, which ends the process. With captureRejections the emitter routes it to its own error event.',
    zh: 'emit 不理会监听器的返回值，所以被拒绝的 promise 成了未处理的拒绝，会结束进程。打开 captureRejections，发出者就把它转成自己的 error 事件。',
  },
  links: ['https://nodejs.org/api/events.html#capture-rejections-of-promises'],
} satisfies Demo
