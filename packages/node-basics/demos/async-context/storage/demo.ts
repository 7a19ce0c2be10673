import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A value that follows the request', zh: '跟着请求走的值' },
  question: {
    en: 'Two "requests" wait at the same time and call a helper that gets no argument. Does it know which is which?',
    zh: '两个“请求”同时等待，并调用一个没有参数的函数。它知道自己属于哪个请求吗？',
  },
  explanation: {
    en: 'AsyncLocalStorage keeps a value for everything that a call starts: through await, timers and events. Each run has its own. That is how loggers print a request id nobody handed to them.',
    zh: 'AsyncLocalStorage 为一次调用引发的一切保留一个值：穿过 await、定时器和事件。每次 run 各有各的。日志库就是这样打印出没人传给它的请求编号的。',
  },
  links: ['https://nodejs.org/api/async_context.html#class-asynclocalstorage'],
} satisfies Demo
