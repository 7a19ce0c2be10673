import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'How a module is looked up', zh: '模块是怎样查找的' },
  question: {
    en: 'Which of these five names can be required, and which of them by an import?',
    zh: '这五个名字，哪些能 require？哪些能 import？',
  },
  explanation: {
    en: 'require tries the file as named, then with .js, .json and .node, then as a folder with an index.js. An import takes the name as a URL and tries nothing. A bare name is a built-in or is looked up in node_modules, folder by folder upwards; node: always means the built-in.',
    zh: 'require 先按原名找文件，再依次加上 .js、.json、.node，再当作带 index.js 的目录。import 把名字当作 URL，什么也不试。不带路径的名字是内置模块，或者沿目录逐级向上在 node_modules 里查找；node: 前缀一定是内置模块。',
  },
  pitfalls: [
    {
      en: 'The two errors have two codes: MODULE_NOT_FOUND and ERR_MODULE_NOT_FOUND.',
      zh: '两种错误的代码不同：MODULE_NOT_FOUND 与 ERR_MODULE_NOT_FOUND。',
    },
  ],
  links: [
    'https://nodejs.org/api/modules.html#all-together',
    'https://nodejs.org/api/esm.html#resolution-algorithm',
  ],
} satisfies Demo
