import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'setEncoding: text instead of bytes', zh: 'setEncoding：文本代替字节' },
  question: {
    en: "The same stream, once as it is and once with setEncoding('utf8'). What type do the chunks have?",
    zh: "同一个流，一次原样，一次 setEncoding('utf8')。每段是什么类型？",
  },
  explanation: {
    en: 'Without an encoding chunks are Buffers; with one they are strings, and no character is torn apart, not even one of several bytes that arrives in two chunks.',
    zh: '不设编码时每段是 Buffer；设了编码就是字符串，即使一个多字节字符分在两段到达，也不会被撕开。',
  },
  links: ['https://nodejs.org/api/stream.html#readablesetencodingencoding'],
} satisfies Demo
