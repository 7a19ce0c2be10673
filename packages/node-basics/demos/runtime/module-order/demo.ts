import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The same lines in CommonJS and in ESM', zh: '同样几行，CommonJS 与 ESM 不同' },
  question: {
    en: 'nextTick and a promise at the top level: which is first in a .cjs file, which in an .mjs file?',
    zh: '顶层的 nextTick 与 promise：在 .cjs 里谁先？在 .mjs 里谁先？',
  },
  explanation: {
    en: 'A CommonJS file runs as plain code; nextTick comes first. An ES module itself runs inside a promise job, so the microtasks are emptied before nextTick has its turn. Many an "order puzzle" on the web is wrong for one of the two.',
    zh: 'CommonJS 文件作为普通代码运行，nextTick 在先。ES 模块本身就在 promise 任务里运行，所以先清空微任务，再轮到 nextTick。网上不少“顺序题”的答案只对其中一种成立。',
  },
  links: ['https://nodejs.org/api/process.html#when-to-use-queuemicrotask-vs-processnexttick'],
} satisfies Demo
