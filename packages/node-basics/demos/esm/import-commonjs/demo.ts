import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Importing CommonJS', zh: '导入 CommonJS' },
  question: {
    en: 'Three names are exported, one of them under a computed key. Which can be imported by name?',
    zh: '导出了三个名字，其中一个用的是计算出来的键。哪些可以按名导入？',
  },
  explanation: {
    en: 'The default import is always module.exports. Named imports work for the names that Node finds by reading the text before the module runs; a computed key is not found. With import { late } the program would not even start.',
    zh: '默认导入永远是 module.exports。按名导入只对 Node 在运行前读文本就能找到的名字有效；计算出来的键找不到。若写 import { late }，程序根本无法启动。',
  },
  pitfalls: [
    {
      en: 'Names found by reading are copied once. They are no live bindings.',
      zh: '这样找到的名字只拷贝一次，不是活绑定。',
    },
  ],
  links: ['https://nodejs.org/api/esm.html#commonjs-namespaces'],
} satisfies Demo
