import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'try does not reach into a callback', zh: 'try 管不到回调' },
  question: {
    en: 'The callback throws, inside a try. Who catches?',
    zh: '回调在 try 里面抛错。谁来捕获？',
  },
  explanation: {
    en: 'Nobody: when the callback runs, the try has long been left. The stack it runs on begins in the event loop. That is why callbacks hand errors on as arguments. With await the rest of the function stays inside the try.',
    zh: '没有人：回调运行时，try 早已离开，它的调用栈从事件循环开始。所以回调用参数传递错误。用 await，函数的后半段仍在 try 里。',
  },
  links: ['https://nodejs.org/api/errors.html#error-propagation-and-interception'],
} satisfies Demo
