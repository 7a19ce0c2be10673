import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Signing and verifying', zh: '签名与验证' },
  question: {
    en: 'The private key signs. Who can verify, and who can sign in my name?',
    zh: '用私钥签名。谁能验证？谁能冒充我签名？',
  },
  explanation: {
    en: 'The public key verifies and can be given to everybody; only the private key signs. An HMAC is different: there, who can verify can also sign.',
    zh: '公钥用来验证，可以给任何人；只有私钥能签名。HMAC 不同：能验证的人也能签。',
  },
  links: ['https://nodejs.org/api/crypto.html#cryptosignalgorithm-data-key-callback'],
} satisfies Demo
