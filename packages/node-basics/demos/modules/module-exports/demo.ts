import type { Demo } from '../../../src/demo.ts'

export default {
  title: {
    en: 'module.exports is what require returns',
    zh: 'module.exports 就是 require 的返回值',
  },
  question: {
    en: 'greet.cjs declares three functions. Which of them does main.cjs get, and is secret visible anywhere else?',
    zh: 'greet.cjs 声明了三个函数。main.cjs 能得到哪几个？secret 在别处看得到吗？',
  },
  explanation: {
    en: 'A file is a module, and everything declared in it is private. require runs the file and returns its module.exports, here an object with two functions. What is not put on module.exports stays inside.',
    zh: '一个文件就是一个模块，里面声明的一切都是私有的。require 运行这个文件并返回它的 module.exports，这里是带有两个函数的对象。没有放到 module.exports 上的东西都留在模块内部。',
  },
  pitfalls: [
    {
      en: 'Leave out ./ and Node looks for a built-in or in node_modules instead of beside the file.',
      zh: '漏写 ./ 时，Node 会去找内置模块或 node_modules，而不是找同目录的文件。',
    },
  ],
  links: ['https://nodejs.org/api/modules.html#moduleexports'],
} satisfies Demo
