import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'assert.equal is ==', zh: 'assert.equal 就是 ==' },
  question: {
    en: 'Which of these five pass with assert.equal, and which with assert.strictEqual?',
    zh: '这五组，assert.equal 能通过哪些？assert.strictEqual 呢？',
  },
  explanation: {
    en: "equal compares with ==, with all of JavaScript's coercions (only NaN is taken for NaN). strictEqual compares with Object.is, which tells 0 from -0. Import node:assert/strict, and equal means strictEqual.",
    zh: 'equal 用 == 比较，带着 JavaScript 的隐式转换（只有 NaN 视为等于 NaN）。strictEqual 用 Object.is，连 0 和 -0 也区分。导入 node:assert/strict，equal 就等同 strictEqual。',
  },
  links: ['https://nodejs.org/api/assert.html#strict-assertion-mode'],
} satisfies Demo
