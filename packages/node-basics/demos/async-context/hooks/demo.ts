import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'async_hooks: who started what', zh: 'async_hooks：谁引发了谁' },
  question: {
    en: 'A timer inside a timer: which ids do they have, and which id is behind each?',
    zh: '定时器里再设定时器：它们的编号是什么？各由谁引发？',
  },
  explanation: {
    en: 'Every asynchronous resource has an id and the id of what triggered it; hooks see it made, entered, left and destroyed. AsyncLocalStorage is what they are for; used directly they are slow, and Node advises against it.',
    zh: '每个异步资源都有编号，以及引发者的编号；钩子能看到它的创建、进入、离开和销毁。AsyncLocalStorage 就是为此而生；直接用钩子很慢，Node 也不建议。',
  },
  pitfalls: [
    {
      en: 'console.log inside a hook is asynchronous too, and calls the hook: use writeSync.',
      zh: '在钩子里 console.log 本身也是异步操作，会再次触发钩子：用 writeSync。',
    },
  ],
  links: ['https://nodejs.org/api/async_hooks.html'],
} satisfies Demo
