import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Expecting an error', zh: '期待一个错误' },
  question: {
    en: 'Four expectations about a function that throws. Which of them notice that it is the wrong error?',
    zh: '对一个会抛错的函数有四种期待。哪些能发现抛的是别的错误？',
  },
  explanation: {
    en: 'Without a second argument any error will do, even a typo in the test. A class, a pattern or an object of properties says which one. rejects does the same for promises, and must be awaited.',
    zh: '不给第二个参数，什么错误都算，哪怕是测试里的笔误。给类、正则或属性对象，才说明要哪一个。rejects 对 promise 做同样的事，必须 await。',
  },
  pitfalls: [
    {
      en: 'assert.rejects without await passes before the promise has settled.',
      zh: 'assert.rejects 不 await，promise 还没完成测试就“通过”了。',
    },
  ],
  links: ['https://nodejs.org/api/assert.html#assertthrowsfn-error-message'],
} satisfies Demo
