import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Cure one: setEncoding', zh: '解法一：setEncoding' },
  question: {
    en: 'The same poem in the same chunks, but the stream has an encoding. What are the chunks now?',
    zh: '同一首诗，同样的分段，但流设置了编码。现在每段是什么？',
  },
  explanation: {
    en: 'The stream decodes before it hands over, and keeps the unfinished bytes for the next chunk. Chunks are strings of whole characters.',
    zh: '流先解码再交出，未完的字节留到下一段。每段都是由完整字符组成的字符串。',
  },
  links: ['https://nodejs.org/api/stream.html#readablesetencodingencoding'],
} satisfies Demo
