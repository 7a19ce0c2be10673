import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'HMAC: a digest with a key', zh: 'HMAC：带密钥的摘要' },
  question: {
    en: 'Anybody can compute the sha256 of a message. What can only the owner of the key compute?',
    zh: '任何人都能算出消息的 sha256。什么是只有持钥者才能算出来的？',
  },
  explanation: {
    en: 'HMAC mixes a secret key into the digest. Who has the key can make and check it; who changes the message cannot make it fit again. It signs cookies, webhooks and tokens.',
    zh: 'HMAC 把密钥混进摘要。持钥者能生成也能核对；改了消息的人没法让它重新对上。它用来给 cookie、webhook 和令牌签名。',
  },
  pitfalls: [
    {
      en: 'Do not make up sha256(key + message): with that, whoever knows one digest can extend the message.',
      zh: '不要自创 sha256(密钥 + 消息)：那样知道一个摘要的人就能接着往消息后面加内容。',
    },
  ],
  links: ['https://nodejs.org/api/crypto.html#class-hmac'],
} satisfies Demo
