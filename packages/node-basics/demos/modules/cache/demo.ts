import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A module runs once', zh: '模块只运行一次' },
  question: {
    en: 'counter.cjs is required twice. How often does it print, and do both callers count together?',
    zh: 'counter.cjs 被 require 两次。它打印几次？两个使用者是一起计数吗？',
  },
  explanation: {
    en: 'The first require runs the file and keeps the module in require.cache under its full path. Every later require returns the same module.exports, so modules are a natural place for what a program has once. Deleting the entry makes the next require run the file anew, with a new object.',
    zh: '第一次 require 运行文件，并把模块以完整路径为键放进 require.cache。之后的 require 都返回同一个 module.exports，所以整个程序只需一份的东西适合放在模块里。删掉缓存项，下一次 require 会重新运行文件，得到新的对象。',
  },
  pitfalls: [
    {
      en: 'The key is the resolved file: two copies of a package in node_modules are two modules with two states.',
      zh: '键是解析后的文件：node_modules 里同一个包的两份拷贝是两个模块，各有各的状态。',
    },
  ],
  links: ['https://nodejs.org/api/modules.html#caching'],
} satisfies Demo
