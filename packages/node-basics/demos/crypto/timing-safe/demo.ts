import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Comparing secrets', zh: '比较秘密' },
  question: {
    en: '=== stops at the first wrong character. Why does that matter, and what does timingSafeEqual want?',
    zh: '=== 在第一个不同的字符处就停下。这为什么要紧？timingSafeEqual 又有什么要求？',
  },
  explanation: {
    en: 'From the time until the answer an attacker can learn how many characters were right, and guess one after the other. timingSafeEqual always looks at all bytes, and wants both sides of the same length: compare digests, which always are.',
    zh: '攻击者能从应答的时间推断出对了几个字符，于是一个一个地猜。timingSafeEqual 总是看完所有字节，并要求两边长度相同：比较摘要即可，它们长度总相等。',
  },
  links: ['https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b'],
} satisfies Demo
