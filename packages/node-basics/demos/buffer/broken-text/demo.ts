import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A poem in pieces of eleven bytes', zh: '十一字节一段的诗' },
  question: {
    en: 'A Chinese poem is read in chunks of 11 bytes, and the chunks are added up as strings. Which characters survive?',
    zh: '一首中文诗以每段 11 字节读取，各段当作字符串相加。哪些字能幸存？',
  },
  explanation: {
    en: 'A Chinese character is three bytes in UTF-8, and 11 is no multiple of 3. text += chunk decodes each chunk for itself; a character that lies across two chunks becomes several �. With small test data in one chunk nobody notices.',
    zh: '一个汉字在 UTF-8 里占三个字节，而 11 不是 3 的倍数。text += chunk 单独解码每一段；跨在两段之间的字就变成几个 �。测试数据小到一段装得下时，谁也发现不了。',
  },
  pitfalls: [
    {
      en: 'The same happens with request bodies, sockets and the output of child processes.',
      zh: '请求体、套接字、子进程的输出都会遇到同样的问题。',
    },
  ],
  links: ['https://nodejs.org/api/stream.html#readablesetencodingencoding'],
} satisfies Demo
