import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Nesting, step one: the pyramid', zh: '嵌套，第一步：金字塔' },
  question: {
    en: 'Three steps, each needing the one before. How many times is the error checked, and where does the result stand?',
    zh: '三个步骤，各依赖前一步。错误检查几次？结果在哪里？',
  },
  explanation: {
    en: 'Each step nests into the one before, each checks the error again, and the result stands in the innermost corner. It works. It is read from the middle outwards. The next three demos write the same, flatter.',
    zh: '每一步都嵌在前一步里，每一步都要再查一次错误，结果在最里层。它能用，但要从中间往外读。接下来三个示例把同样的事写得更平。',
  },
  links: [
    'https://nodejs.org/en/learn/asynchronous-work/javascript-asynchronous-programming-and-callbacks',
  ],
} satisfies Demo
