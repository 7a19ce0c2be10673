import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'sha256 and its spellings', zh: 'sha256 及其写法' },
  question: {
    en: 'One letter changes. How many of the 256 bits change? And is a digest in base64 another digest?',
    zh: '改一个字母，256 位里会变多少位？base64 的摘要是另一个摘要吗？',
  },
  explanation: {
    en: 'About half, for any change. The digest is 32 bytes; hex, base64 and base64url are ways of writing them. Text is hashed as UTF-8, whatever language it is in.',
    zh: '无论怎么改，大约变一半。摘要是 32 字节；hex、base64、base64url 只是不同写法。文本总按 UTF-8 计算，什么语言都一样。',
  },
  links: ['https://nodejs.org/api/crypto.html#cryptocreatehashalgorithm-options'],
} satisfies Demo
