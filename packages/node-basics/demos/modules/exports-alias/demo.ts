import type { Demo } from '../../../src/demo.ts'

export default {
  title: {
    en: 'exports is a second name for module.exports',
    zh: 'exports 是 module.exports 的别名',
  },
  question: {
    en: 'Some properties are set on exports, one on module.exports, one on this. How many does the module export?',
    zh: '有的属性设在 exports 上，有的设在 module.exports 上，还有一个设在 this 上。模块一共导出几个？',
  },
  explanation: {
    en: 'Before a module runs, Node makes one empty object and hands it over under three names: module.exports, exports, and this at the top level. Setting a property through any of them changes the same object.',
    zh: '模块运行之前，Node 创建一个空对象，用三个名字交给它：module.exports、exports，以及顶层的 this。通过哪个名字设置属性，改的都是同一个对象。',
  },
  pitfalls: [
    {
      en: 'exports is only a variable: assigning to it changes nothing outside (see exports-reassigned).',
      zh: 'exports 只是一个变量：给它重新赋值，外面什么也不会变（见 exports-reassigned）。',
    },
  ],
  links: ['https://nodejs.org/api/modules.html#exports-shortcut'],
} satisfies Demo
