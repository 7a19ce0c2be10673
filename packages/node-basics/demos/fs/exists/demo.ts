import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Do not ask, act', zh: '别问，直接做' },
  question: {
    en: '"If it does not exist, create it": what can happen between the question and the answer?',
    zh: '“如果不存在就创建”：在问与做之间会发生什么？',
  },
  explanation: {
    en: 'Another process, or another request of this one, may create it in between: both see that it is missing, both create. Do it in one step with a flag that refuses, and handle the code of the error.',
    zh: '另一个进程，或本进程的另一个请求，可能在中间创建了它：双方都看到不存在，双方都去创建。用会拒绝的标志一步完成，再按错误代码处理。',
  },
  links: ['https://nodejs.org/api/fs.html#fsexistspath-callback'],
} satisfies Demo
