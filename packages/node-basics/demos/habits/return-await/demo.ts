import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'return or return await', zh: 'return 还是 return await' },
  question: {
    en: 'Both functions return a promise that fails, from inside a try. Which catch runs?',
    zh: '两个函数都在 try 里返回一个会失败的 promise。哪个 catch 会运行？',
  },
  explanation: {
    en: 'Only the one that awaits. return alone hands the promise out, and the try is left before it fails; finally runs too early as well.',
    zh: '只有 await 的那个。单独 return 是把 promise 交出去，它失败之前 try 已经离开；finally 也会过早运行。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/async_function'],
} satisfies Demo
