import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Reassigning exports exports nothing', zh: '给 exports 重新赋值，什么也导不出' },
  question: {
    en: 'One module writes exports = { area }, the other module.exports = { area }. What does each export?',
    zh: '一个模块写 exports = { area }，另一个写 module.exports = { area }。它们各导出什么？',
  },
  explanation: {
    en: 'exports is a local variable that happens to hold the same object as module.exports. Assigning to it makes the variable point elsewhere. require returns module.exports, which is still the empty object from the beginning.',
    zh: 'exports 是局部变量，只是一开始与 module.exports 指向同一个对象。给它赋值只是让这个变量指向别处。require 返回的是 module.exports，它仍是最初的空对象。',
  },
  pitfalls: [
    {
      en: 'There is no error and no warning. The caller finds out when it calls undefined.',
      zh: '没有报错也没有警告，直到调用者调用 undefined 时才发现。',
    },
    {
      en: 'After module.exports = …, what is set on exports is lost as well: they are two objects by then.',
      zh: '写过 module.exports = … 之后，再设在 exports 上的东西同样会丢失：那时它们已是两个对象。',
    },
  ],
  links: ['https://nodejs.org/api/modules.html#exports-shortcut'],
} satisfies Demo
