import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'One after the other, or at once', zh: '一个接一个，还是同时' },
  question: {
    en: 'Five waits of 30 ms: in a loop with await, and with Promise.all. How long do they take?',
    zh: '五次 30 毫秒的等待：循环里 await，与 Promise.all。各要多久？',
  },
  explanation: {
    en: 'The loop waits for each before it starts the next: 150 ms. Promise.all starts all, then waits for the slowest. Use the loop where each step needs the one before, or where all at once would be too many.',
    zh: '循环等前一个完成才开始下一个：150 毫秒。Promise.all 先全部开始，再等最慢的。每步依赖前一步，或者同时太多受不了时，才用循环。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Promise/all'],
} satisfies Demo
