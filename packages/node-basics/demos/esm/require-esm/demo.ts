import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Requiring an ES module', zh: 'require 一个 ES 模块' },
  question: {
    en: 'CommonJS requires an ES module, one with top-level await, and one that names its module.exports. What comes back?',
    zh: 'CommonJS 去 require 一个 ES 模块、一个带顶层 await 的模块，以及一个指定了 module.exports 的模块。分别得到什么？',
  },
  explanation: {
    en: "Since Node 20.19 require loads ES modules and returns their namespace: default is one property of it. A module may export the name 'module.exports' to say what require shall return. Top-level await cannot be waited for by a call that returns at once, so it is an error.",
    zh: "Node 20.19 起，require 可以加载 ES 模块，返回它的命名空间：default 是其中一个属性。模块可以导出名为 'module.exports' 的绑定，指定 require 该返回什么。顶层 await 没法被一个立即返回的调用等待，所以报错。",
  },
  pitfalls: [
    {
      en: 'In older versions the error is ERR_REQUIRE_ESM; there only import() helps.',
      zh: '更老的版本报 ERR_REQUIRE_ESM，那里只能用 import()。',
    },
  ],
  links: ['https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require'],
  flags: ['--no-warnings'],
} satisfies Demo
