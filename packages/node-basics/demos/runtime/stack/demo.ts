import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The stack has an end', zh: '调用栈有尽头' },
  question: {
    en: 'A recursion of 100,000 steps: plain, by nextTick, and by await. Which of them overflow?',
    zh: '十万层递归：普通的、用 nextTick、用 await。哪些会溢出？',
  },
  explanation: {
    en: 'Only the plain one: each call stays on the stack until its callee has returned. A deferred call begins with an empty stack. The overflow is a RangeError that can be caught, unlike a full heap.',
    zh: '只有普通的：每次调用都留在栈上，直到被调用者返回。推迟的调用从空栈开始。栈溢出是可以捕获的 RangeError，堆满则不能。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/Too_much_recursion'],
} satisfies Demo
