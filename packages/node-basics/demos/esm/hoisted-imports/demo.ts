import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Imports come first, wherever they stand', zh: 'import 写在哪里都先执行' },
  question: {
    en: 'The first statement prints "main begins". Is it the first line of the output?',
    zh: '第一条语句打印 "main begins"。它是输出的第一行吗？',
  },
  explanation: {
    en: 'All imports of a module are loaded and run before its first statement, in the order in which they are written and each once. A require runs where it stands. So setting up process.env for an imported module belongs into a module that is imported before it.',
    zh: '模块的所有 import 都在第一条语句之前加载并运行，按书写顺序，各运行一次。require 则在它所在的位置执行。所以，要为某个被导入的模块设置 process.env，就得写在一个先于它导入的模块里。',
  },
  links: ['https://nodejs.org/api/esm.html#import-statements'],
} satisfies Demo
