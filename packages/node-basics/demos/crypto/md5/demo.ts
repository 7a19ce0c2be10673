import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'md5: a fingerprint, not a lock', zh: 'md5：指纹，不是锁' },
  question: {
    en: 'The digest of hello world!! is computed at once and in two pieces. Is it the same, and what may it be used for?',
    zh: '一次性与分两段计算 hello world!! 的摘要。结果相同吗？它能用来做什么？',
  },
  explanation: {
    en: 'update may be called as often as there is data: the digest is that of all of it. md5 is broken: two texts with the same digest can be made in seconds. It is good enough to notice a damaged download, not an attacker.',
    zh: 'update 可以随数据多次调用，摘要是全部数据的。md5 已被攻破：几秒钟就能造出摘要相同的两段文本。用来发现下载损坏够用，防攻击者不行。',
  },
  pitfalls: [
    {
      en: 'digest can be called once; after that the hash is used up.',
      zh: 'digest 只能调用一次，之后这个 hash 对象就用完了。',
    },
  ],
  links: ['https://nodejs.org/api/crypto.html#class-hash'],
} satisfies Demo
