import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A worker that fails', zh: '出错的 worker' },
  question: {
    en: 'The worker throws; nobody catches it. Does this end the process?',
    zh: 'worker 抛错而无人捕获。进程会结束吗？',
  },
  explanation: {
    en: 'Only the worker. Its error comes as an error event, with its class and message; without a listener it ends the process after all. process.exit in a worker ends the worker only.',
    zh: '只结束 worker。错误以 error 事件到来，保留类型和消息；没有监听器的话，最终还是会结束进程。worker 里的 process.exit 只结束 worker 自己。',
  },
  links: ['https://nodejs.org/api/worker_threads.html#event-error'],
} satisfies Demo
