import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Cure three: StringDecoder', zh: '解法三：StringDecoder' },
  question: {
    en: 'The decoder gets chunk after chunk. What does it give for a chunk that ends within a character?',
    zh: '解码器一段一段地收。遇到在字符中间断开的一段，它给出什么？',
  },
  explanation: {
    en: 'The whole characters; the rest waits inside for the next chunk. This is what setEncoding uses. TextDecoder with stream: true does the same and knows more charsets, such as gb18030.',
    zh: '给出完整的字符，剩下的字节留在里面等下一段。setEncoding 内部用的就是它。带 stream: true 的 TextDecoder 也一样，还认识 gb18030 等更多字符集。',
  },
  pitfalls: [
    {
      en: 'end() gives what is left: � if the text was cut off.',
      zh: 'end() 给出剩余部分：文本若被截断，就是 �。',
    },
  ],
  links: ['https://nodejs.org/api/string_decoder.html'],
} satisfies Demo
