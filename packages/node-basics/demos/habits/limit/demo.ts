import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Many, but not all at once', zh: '很多，但不一次全上' },
  question: {
    en: 'Ten downloads, at most three at a time. How many run at most, and in which order are the results?',
    zh: '十个下载，最多同时三个。最多有几个在跑？结果按什么顺序？',
  },
  explanation: {
    en: 'Three workers take from one shared iterator until it is empty. Because each takes the next when it is free, a slow one does not hold up the others. Results go to their index, so the order is kept.',
    zh: '三个工作者从同一个迭代器里取，直到取完。谁空了谁取下一个，慢的不会拖住别人。结果放到各自的下标，所以顺序不变。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Guide/Using_promises#composition'],
} satisfies Demo
