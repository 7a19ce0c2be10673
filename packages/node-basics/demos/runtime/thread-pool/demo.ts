import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Four helpers behind the scenes', zh: '幕后的四个帮手' },
  question: {
    en: 'A long and a short pbkdf2 run in the thread pool. With one thread in it, which is done first? With four? And does a timer still fire?',
    zh: '一长一短两个 pbkdf2 在线程池里运行。池里只有一个线程时谁先完成？四个呢？定时器还能触发吗？',
  },
  explanation: {
    en: 'libuv has a pool, four threads by default (UV_THREADPOOL_SIZE), for fs, dns.lookup, zlib and some of crypto. Beyond its size work queues up there: a slow disk can hold up password checks. The loop itself stays free, and sockets need no pool.',
    zh: 'libuv 有一个线程池，默认四个线程（UV_THREADPOOL_SIZE），供 fs、dns.lookup、zlib 和部分 crypto 使用。超过数量就在池里排队：慢磁盘会拖住口令校验。事件循环本身不受影响，套接字也不用线程池。',
  },
  links: ['https://nodejs.org/api/cli.html#uv_threadpool_sizesize'],
} satisfies Demo
