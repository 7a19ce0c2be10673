import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What Node is good at, and what not', zh: 'Node 擅长什么，不擅长什么' },
  question: {
    en: 'Twenty waits of 50 ms and four computations of some 50 ms are each started "at once". How long does each lot take?',
    zh: '二十次 50 毫秒的等待、四次约 50 毫秒的计算，都“同时”开始。各要多久？',
  },
  explanation: {
    en: 'Waiting is done by the system: twenty waits take as long as one. Computing is done by the one thread: four take four times as long, and meanwhile nothing else happens. So Node fits servers that mostly wait for disks, databases and networks. Heavy computing belongs in workers, other processes or other languages.',
    zh: '等待由系统完成：二十次等待和一次一样长。计算由唯一的线程完成：四次就是四倍时间，期间什么也不能做。所以 Node 适合大部分时间在等磁盘、数据库、网络的服务器。繁重的计算应交给 worker、其他进程或其他语言。',
  },
  links: ['https://nodejs.org/en/learn/asynchronous-work/overview-of-blocking-vs-non-blocking'],
} satisfies Demo
