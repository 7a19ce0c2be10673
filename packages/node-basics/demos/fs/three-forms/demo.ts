import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'One piece of work, three forms', zh: '同一件事，三种写法' },
  question: {
    en: 'A file is written, read and removed, synchronously, with callbacks and with promises. Which lets the program do something else meanwhile?',
    zh: '用同步、回调、promise 三种形式写、读、删同一个文件。哪些能让程序同时做别的事？',
  },
  explanation: {
    en: 'The synchronous form blocks the whole process until the disk has answered: right for start-up and scripts, wrong in a server. The other two go on and come back. Promises read like the first and wait like the second.',
    zh: '同步形式在磁盘应答之前阻塞整个进程：适合启动阶段和脚本，不适合服务器。另两种会继续往下走，之后再回来。promise 读起来像第一种，等待方式像第二种。',
  },
  links: ['https://nodejs.org/api/fs.html#promise-example'],
} satisfies Demo
