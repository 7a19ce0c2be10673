import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Asserting what must be true', zh: '断言必须成立的事' },
  question: {
    en: 'A function asserts its assumptions. What does the caller see of a failed one, and what does TypeScript learn?',
    zh: '函数对自己的前提下断言。断言失败时调用者看到什么？TypeScript 又学到什么？',
  },
  explanation: {
    en: 'An AssertionError has the code ERR_ASSERTION and carries actual and expected. TypeScript reads assert as a type guard: after it, price is a number. Assert what only a bug can break; what a user can get wrong deserves an error of its own.',
    zh: 'AssertionError 的 code 是 ERR_ASSERTION，带有 actual 与 expected。TypeScript 把 assert 当作类型守卫：之后 price 就是 number。只对出了 bug 才会不成立的事下断言；用户可能弄错的，应当有专门的错误。',
  },
  links: ['https://nodejs.org/api/assert.html#class-assertassertionerror'],
} satisfies Demo
