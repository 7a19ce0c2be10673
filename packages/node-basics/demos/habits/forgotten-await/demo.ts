import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The forgotten await', zh: '忘了 await' },
  question: {
    en: 'save() is called without await inside a try. What does the caller believe, and where does the error go?',
    zh: '在 try 里调用 save() 却没有 await。调用者以为怎样？错误去了哪里？',
  },
  explanation: {
    en: 'The function goes on and reports success; the promise is rejected later, outside of every try, as an unhandled rejection, which ends a process that does not listen for it. An if on a promise is always true.',
    zh: '函数继续往下走并报告成功；promise 之后才被拒绝，已在所有 try 之外，成为未处理的拒绝，没有监听就会结束进程。对 promise 做 if 判断永远为真。',
  },
  pitfalls: [
    {
      en: 'A linter with no-floating-promises finds it. Reviewers mostly do not.',
      zh: '启用 no-floating-promises 的检查工具能发现。人工审查多半看不出。',
    },
  ],
  links: ['https://nodejs.org/api/process.html#event-unhandledrejection'],
} satisfies Demo
