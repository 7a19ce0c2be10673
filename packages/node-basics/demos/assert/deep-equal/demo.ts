import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Deep equality', zh: '深度相等' },
  question: {
    en: 'Property order, prototypes, undefined properties, NaN: what counts for deepStrictEqual?',
    zh: '属性顺序、原型、值为 undefined 的属性、NaN：deepStrictEqual 看重哪些？',
  },
  explanation: {
    en: 'Own enumerable properties must be the same in name and value, in any order; the prototypes must match. A property that is undefined is not the same as none. Maps, Sets, dates and regular expressions are compared by what they hold.',
    zh: '自有可枚举属性的名字和值必须相同，顺序不限；原型也要一致。值为 undefined 的属性与没有该属性不同。Map、Set、日期和正则按内容比较。',
  },
  links: ['https://nodejs.org/api/assert.html#assertdeepstrictequalactual-expected-message'],
} satisfies Demo
