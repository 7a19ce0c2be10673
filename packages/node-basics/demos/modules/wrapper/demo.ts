import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The function around every module', zh: '包在每个模块外面的函数' },
  question: {
    en: 'Nobody declares require, module or exports. Where do they come from, and does a module have arguments?',
    zh: '没有人声明过 require、module、exports，它们从哪里来？模块也有 arguments 吗？',
  },
  explanation: {
    en: 'Node wraps the text of a CommonJS file in a function with five parameters and calls it. They are its arguments, top-level variables are its locals, and this is exports. Its text can be seen in node:module.',
    zh: 'Node 把 CommonJS 文件的文本包进一个有五个参数的函数，然后调用它。这五个名字就是参数，顶层变量是函数的局部变量，this 就是 exports。包装的文本可以在 node:module 里看到。',
  },
  links: ['https://nodejs.org/api/modules.html#the-module-wrapper'],
} satisfies Demo
