import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Two processes that talk', zh: '两个进程对话' },
  question: {
    en: 'The parent asks a child for two answers, the slow one first. How does it know which answer belongs to which question?',
    zh: '父进程向子进程提两个问题，慢的在先。它怎么知道哪个答案对应哪个问题？',
  },
  explanation: {
    en: 'Messages have no reply of their own: put an id into the question and send it back with the answer. A Map from id to promise makes a function call of it. This is what RPC libraries do.',
    zh: '消息本身没有“回复”：在问题里放一个编号，答案带着它回来。用编号到 promise 的 Map，就把它变成了函数调用。RPC 库做的就是这件事。',
  },
  links: [
    'https://nodejs.org/api/child_process.html#subprocesssendmessage-sendhandle-options-callback',
  ],
} satisfies Demo
