import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'CPU work in workers', zh: '把 CPU 工作交给 worker' },
  question: {
    en: 'The same computation in the main thread and in a worker. Which lets timers fire meanwhile?',
    zh: '同样的计算放在主线程和 worker 里。哪种情况下定时器照常触发？',
  },
  explanation: {
    en: 'In the main thread no tick comes through until the end. In a worker the loop of the main thread stays free. Starting a worker takes some milliseconds and memory: keep a few for many jobs (a pool such as piscina), at most as many as there are cores.',
    zh: '在主线程里，结束之前一次也触发不了。在 worker 里，主线程的循环是空闲的。启动 worker 要几毫秒和一些内存：保留几个处理许多任务（用 piscina 之类的池），最多与核数相同。',
  },
  links: ['https://nodejs.org/api/worker_threads.html'],
} satisfies Demo
