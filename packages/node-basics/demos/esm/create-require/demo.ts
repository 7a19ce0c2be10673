import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What an ES module does not have', zh: 'ES 模块里没有的东西' },
  question: {
    en: 'Which of the five names that the CommonJS wrapper gives exist here?',
    zh: 'CommonJS 包装函数给的五个名字，这里有哪些？',
  },
  explanation: {
    en: 'None: an ES module is not wrapped in a function, and this is undefined at its top level. createRequire makes a require for those who need one, for JSON or for a package without exports for import.',
    zh: '一个也没有：ES 模块不包在函数里，顶层的 this 是 undefined。需要 require 时用 createRequire 造一个，比如读 JSON，或加载只支持 require 的包。',
  },
  links: ['https://nodejs.org/api/module.html#modulecreaterequirefilename'],
} satisfies Demo
