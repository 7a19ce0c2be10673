import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'One slow request blocks all', zh: '一个慢请求拖住所有人' },
  question: {
    en: 'Request /slow computes for 200 ms. How long does /quick wait, which was sent right after it?',
    zh: '请求 /slow 计算 200 毫秒。紧随其后的 /quick 要等多久？',
  },
  explanation: {
    en: 'Until /slow is done: there is one thread, and nobody is interrupted. In pieces with setImmediate in between, the others get their turn; the whole takes a little longer.',
    zh: '等到 /slow 结束：只有一个线程，谁也不会被打断。切成小块、中间夹 setImmediate，其他请求就能插进来；总时间略长。',
  },
  links: ['https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop'],
} satisfies Demo
