import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Encrypting with AES-GCM', zh: '用 AES-GCM 加密' },
  question: {
    en: 'One bit of the encrypted text is flipped on its way. What does the receiver get?',
    zh: '密文在途中被翻转一位。接收者会得到什么？',
  },
  explanation: {
    en: 'GCM encrypts and seals: the tag of 16 bytes fits only this text, this key and this iv. After a change final() throws, and nothing that update gave before may be used. Without the seal, the change would pass as garbled text.',
    zh: 'GCM 既加密又封印：16 字节的 tag 只与这段密文、这把密钥、这个 iv 相配。一旦被改，final() 就抛错，update 先前给出的内容也不能用。没有封印，被改的内容只会变成一段乱码蒙混过关。',
  },
  pitfalls: [
    {
      en: 'Never use an iv twice with one key: it gives both texts away. Take 12 random bytes each time.',
      zh: '同一把密钥绝不能重复使用 iv，否则两段明文都会泄露。每次取 12 个随机字节。',
    },
  ],
  links: ['https://nodejs.org/api/crypto.html#cryptocreatecipherivalgorithm-key-iv-options'],
} satisfies Demo
