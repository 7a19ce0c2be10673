import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The same with Web Crypto', zh: '用 Web Crypto 做同样的事' },
  question: {
    en: 'crypto.subtle is what browsers have. Does it give the same digest, and how does it hand it over?',
    zh: 'crypto.subtle 是浏览器里的 API。它给出的摘要相同吗？以什么形式给？',
  },
  explanation: {
    en: 'The same bytes, as an ArrayBuffer in a promise. Code that runs in both worlds uses it; it has no md5 and no streams.',
    zh: '字节相同，以 promise 中的 ArrayBuffer 给出。两边都要运行的代码用它；它没有 md5，也不支持流。',
  },
  links: ['https://nodejs.org/api/webcrypto.html#subtlecryptodigestalgorithm-data'],
} satisfies Demo
