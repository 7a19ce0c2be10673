import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Random that nobody can guess', zh: '没人能猜到的随机数' },
  question: {
    en: 'How long is the text of 16 random bytes in hex, in base64url and as a UUID? And what is wrong with Math.random?',
    zh: '16 个随机字节写成 hex、base64url、UUID 各有多长？Math.random 有什么问题？',
  },
  explanation: {
    en: "Math.random is fast and predictable: after some values the next ones can be computed. randomBytes and randomUUID take theirs from the system's generator. randomInt has no bias, where % has.",
    zh: 'Math.random 很快，但可预测：看到若干个值就能算出后面的。randomBytes 与 randomUUID 取自系统的随机源。randomInt 没有偏差，而取余 % 有。',
  },
  links: ['https://nodejs.org/api/crypto.html#cryptorandombytessize-callback'],
} satisfies Demo
