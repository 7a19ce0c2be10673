import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web streams', zh: 'Web 流' },
  question: {
    en: 'fetch gives a ReadableStream. How does it become a Node stream, and what locks it?',
    zh: 'fetch 给的是 ReadableStream。怎样变成 Node 的流？什么会锁住它？',
  },
  explanation: {
    en: "fromWeb and toWeb convert. A web stream has one reader at a time; while there is one, it is locked. It is pulled like Node's, and for await works on both.",
    zh: 'fromWeb 与 toWeb 互相转换。Web 流同一时刻只有一个读取者，期间处于锁定状态。它同样按需拉取，两者都能用 for await。',
  },
  links: ['https://nodejs.org/api/webstreams.html'],
} satisfies Demo
