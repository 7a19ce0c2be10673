import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Concatenating', zh: '拼接' },
  question: {
    en: 'Three pieces are put together with concat and with +. What does + give?',
    zh: '三段数据用 concat 和 + 拼接。+ 得到什么？',
  },
  explanation: {
    en: 'concat copies the pieces into one new Buffer. + calls toString on each and gives a string, which harms every piece that ends in the middle of a character. Collect pieces in an array, concatenate once at the end.',
    zh: 'concat 把各段拷进一个新的 Buffer。+ 对每段调用 toString，得到字符串，任何在字符中间断开的一段都会受损。把各段收进数组，最后拼一次。',
  },
  links: ['https://nodejs.org/api/buffer.html#static-method-bufferconcatlist-totallength'],
} satisfies Demo
