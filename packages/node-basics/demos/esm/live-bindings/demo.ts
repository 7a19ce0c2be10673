import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'An import is a view, a require is a copy', zh: 'import 是视图，require 是拷贝' },
  question: {
    en: 'Both counters export count and increment. After one increment, what does each count say?',
    zh: '两个计数器都导出 count 和 increment。加一之后，两个 count 各是多少？',
  },
  explanation: {
    en: 'An import is bound to the variable in the other module: it shows the present value, and cannot be assigned to. Taking count out of a CommonJS module copies the value it had at that moment.',
    zh: 'import 绑定的是对方模块里的变量：看到的总是当前值，并且不能赋值。从 CommonJS 模块里取出 count，拷贝的是那一刻的值。',
  },
  links: ['https://nodejs.org/api/esm.html#import-statements'],
} satisfies Demo
