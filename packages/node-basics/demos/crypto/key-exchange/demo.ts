import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A common secret over an open line', zh: '在公开线路上得到共同的秘密' },
  question: {
    en: 'Ada and Bob send each other only public keys. Do they get the same secret, and does the listener?',
    zh: 'Ada 和 Bob 只交换公钥。他们能得到相同的秘密吗？偷听者呢？',
  },
  explanation: {
    en: "Each combines the own private key with the other's public one; both ways lead to the same number. The listener has two public keys, and combining those leads nowhere. Every TLS connection begins like this.",
    zh: '各自把自己的私钥与对方的公钥结合，两条路得到同一个数。偷听者只有两把公钥，凑在一起毫无用处。每条 TLS 连接都是这样开始的。',
  },
  pitfalls: [
    {
      en: 'The exchange does not say who is at the other end. That is what certificates are for.',
      zh: '这种交换并不说明对面是谁。那是证书的用处。',
    },
  ],
  links: ['https://nodejs.org/api/crypto.html#cryptodiffiehellmanoptions-callback'],
} satisfies Demo
