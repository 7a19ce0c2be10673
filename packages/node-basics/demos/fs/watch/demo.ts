import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Watching for changes', zh: '监视变化' },
  question: {
    en: 'A file is written once. How many events does fs.watch give?',
    zh: '文件写入一次。fs.watch 会给出几个事件？',
  },
  explanation: {
    en: 'At least one, often several, and how many depends on the system: rename for coming and going, change for contents. Treat an event as "look again", wait a little, and read. watchFile compares stat results at an interval instead: slower, but it works on network drives.',
    zh: '至少一个，常常好几个，数量取决于系统：出现和消失是 rename，内容变化是 change。把事件当作“再看一眼”，稍等片刻再读。watchFile 则定期比较 stat 的结果：慢一些，但在网络盘上也能用。',
  },
  links: ['https://nodejs.org/api/fs.html#fspromiseswatchfilename-options'],
} satisfies Demo
