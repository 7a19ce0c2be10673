import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Giving up after a while', zh: '超时放弃' },
  question: {
    en: 'Promise.race against a timer: does the slow work stop, and does the process end?',
    zh: '用 Promise.race 与定时器赛跑：慢的工作会停吗？进程会结束吗？',
  },
  explanation: {
    en: 'race only stops listening. The work goes on, holds its socket or file, and keeps the process alive. A signal of AbortSignal.timeout tells the work itself, which can stop and free what it holds.',
    zh: 'race 只是不再听结果。工作照样进行，占着套接字或文件，也让进程活着。AbortSignal.timeout 的信号告诉工作本身，它才能停下并释放资源。',
  },
  links: ['https://nodejs.org/api/globals.html#static-method-abortsignaltimeoutdelay'],
} satisfies Demo
