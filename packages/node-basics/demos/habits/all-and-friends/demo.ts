import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'all, allSettled, race, any', zh: 'all、allSettled、race、any 之别' },
  question: {
    en: 'Of three promises one fails at 10 ms, the others succeed at 5 and 20. What does each of the four give?',
    zh: '三个 promise：一个 10 毫秒时失败，另外两个 5 和 20 毫秒时成功。四种组合各给出什么？',
  },
  explanation: {
    en: 'all fails with the first failure, allSettled reports on each, race takes whichever settles first, any the first that succeeds. None of them stops the others: they run on, their results are dropped.',
    zh: 'all 随第一个失败而失败，allSettled 逐个报告，race 取最先有结果的，any 取最先成功的。它们都不会停下其余的：其余照跑，结果被丢弃。',
  },
  links: [
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Promise#promise_concurrency',
  ],
} satisfies Demo
