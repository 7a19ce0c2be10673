import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'import() when it is needed', zh: '需要时再 import()' },
  question: {
    en: 'heavy.ts is imported twice by import(). When does it run, how often, and is the result the same object?',
    zh: 'heavy.ts 被 import() 两次。它何时运行？运行几次？得到的是同一个对象吗？',
  },
  explanation: {
    en: 'import() is an expression: it loads when it is reached, takes a computed name, and gives a promise of the namespace. The module is still run only once. It works in CommonJS too, on every version of Node.',
    zh: 'import() 是表达式：执行到它才加载，名字可以是算出来的，得到命名空间的 promise。模块仍然只运行一次。它在 CommonJS 里也能用，任何版本的 Node 都行。',
  },
  pitfalls: [
    {
      en: 'A rejected import() is an ordinary rejection: catch it where the module is optional.',
      zh: 'import() 失败就是普通的 promise 拒绝：模块可有可无时，要 catch 它。',
    },
  ],
  links: ['https://nodejs.org/api/esm.html#import-expressions'],
} satisfies Demo
