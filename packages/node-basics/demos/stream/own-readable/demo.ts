import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: "A Readable of one's own", zh: '自己写 Readable' },
  question: {
    en: '_read is called when the stream wants more. When does it stop asking, and how does it learn of the end?',
    zh: '流想要更多数据时调用 _read。它何时不再要？又怎么知道结束了？',
  },
  explanation: {
    en: 'The stream fills its buffer up to the highWaterMark and asks again when something has been taken out. push returns false when it is full; push(null) is the end. Readable.from(generator) does the same with less to write.',
    zh: '流把缓冲填到 highWaterMark，有数据被取走时再来要。满了 push 返回 false；push(null) 表示结束。Readable.from(生成器) 写得更少，效果一样。',
  },
  links: ['https://nodejs.org/api/stream.html#implementing-a-readable-stream'],
} satisfies Demo
