import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A worker thread', zh: '工作线程' },
  question: {
    en: 'A worker is a thread of this process. Does it share variables, process.pid, or the event loop?',
    zh: 'worker 是本进程的一个线程。它与主线程共享变量、process.pid、事件循环吗？',
  },
  explanation: {
    en: 'Only the pid. A worker has its own globals, modules and event loop; messages are copied (structured clone), so a change there does not show here.',
    zh: '只共享 pid。worker 有自己的全局对象、模块和事件循环；消息是拷贝的（结构化克隆），那边改了这边看不到。',
  },
  links: ['https://nodejs.org/api/worker_threads.html#class-worker'],
} satisfies Demo
