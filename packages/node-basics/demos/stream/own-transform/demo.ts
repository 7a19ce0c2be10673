import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: "A Transform of one's own", zh: '自己写 Transform' },
  question: {
    en: 'Chunks end in the middle of lines. What does a transform into lines have to keep, and what is flush for?',
    zh: '数据段会在一行中间断开。拆成行的转换要留住什么？flush 用来做什么？',
  },
  explanation: {
    en: 'The unfinished line waits for the next chunk; flush gives out the last one when no more comes. A transform may push any number of chunks for one that it gets.',
    zh: '未完的一行留到下一段；没有更多数据时，flush 交出最后一行。收到一段可以推出任意多段。',
  },
  pitfalls: [
    {
      en: 'Without flush, a last line that has no line end gets lost.',
      zh: '没有 flush，末尾不带换行的最后一行就丢了。',
    },
  ],
  links: ['https://nodejs.org/api/stream.html#implementing-a-transform-stream'],
} satisfies Demo
