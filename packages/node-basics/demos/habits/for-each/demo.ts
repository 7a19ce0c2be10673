import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'forEach does not wait', zh: 'forEach 不会等' },
  question: {
    en: 'forEach with an async function: is the sum there on the next line?',
    zh: 'forEach 配 async 函数：下一行能拿到总和吗？',
  },
  explanation: {
    en: 'forEach ignores the promises that its callback returns. for…of waits for each, Promise.all with map for all of them. The same is true of map alone, filter and reduce.',
    zh: 'forEach 不理会回调返回的 promise。for…of 逐个等待，Promise.all 配 map 等全部。单独的 map、filter、reduce 也是同样的问题。',
  },
  pitfalls: [
    {
      en: 'filter with an async function keeps everything: a promise is truthy.',
      zh: 'filter 配 async 函数会留下一切：promise 是真值。',
    },
  ],
  links: [
    'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Array/forEach',
  ],
} satisfies Demo
