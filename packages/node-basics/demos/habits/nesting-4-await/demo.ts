import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Nesting, step four: async and await', zh: '嵌套，第四步：async 与 await' },
  question: {
    en: 'The three steps stand one below the other. In which order are the three customers served, and why another than before?',
    zh: '三个步骤上下排列。三位顾客按什么顺序得到服务？',
  },
  explanation: {
    en: 'It reads like synchronous code, user is simply in scope, and one try catches all. This loop awaits each customer, so they come one after the other; Promise.all would serve them at once.',
    zh: '读起来像同步代码，user 就在作用域里，一个 try 捕获全部。这个循环逐个 await，所以顾客一个接一个；用 Promise.all 则同时服务。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/async_function'],
} satisfies Demo
