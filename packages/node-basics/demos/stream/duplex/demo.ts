import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Two directions in one', zh: '一个流，两个方向' },
  question: {
    en: 'A socket can be read after its writing side has ended. Is that so for every Duplex?',
    zh: '套接字的写端结束之后仍可以读。所有 Duplex 都这样吗？',
  },
  explanation: {
    en: 'A Duplex is a Readable and a Writable in one object, and the two know nothing of each other: end() closes one direction. allowHalfOpen: false ends the writing side with the reading one. A Transform is a Duplex whose output is made from its input.',
    zh: 'Duplex 是一个对象里的 Readable 与 Writable，两者互不相干：end() 只关闭一个方向。allowHalfOpen: false 让写端随读端一起结束。Transform 是输出由输入产生的 Duplex。',
  },
  links: ['https://nodejs.org/api/stream.html#class-streamduplex'],
} satisfies Demo
