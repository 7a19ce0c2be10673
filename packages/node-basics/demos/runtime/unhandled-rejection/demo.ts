import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A rejection that nobody handles', zh: '无人处理的拒绝' },
  question: {
    en: 'A promise is rejected, and a handler is attached 10 ms later. Is that early enough?',
    zh: 'promise 被拒绝，10 毫秒后才加上处理函数。来得及吗？',
  },
  explanation: {
    en: 'No: Node looks after the microtasks are done. What has no handler by then is an unhandled rejection, which ends the process with code 1 as an uncaught exception does (since Node 15). --unhandled-rejections=warn only complains.',
    zh: '来不及：微任务清空之后 Node 就检查。那时还没有处理函数的，就是未处理的拒绝，会像未捕获异常一样以退出码 1 结束进程（Node 15 起）。--unhandled-rejections=warn 只是警告。',
  },
  links: ['https://nodejs.org/api/cli.html#--unhandled-rejectionsmode'],
} satisfies Demo
