import type { Demo } from '../../../src/demo.ts'

export default {
  title: {
    en: 'global, globalThis and the missing window',
    zh: 'global、globalThis，以及不存在的 window',
  },
  question: {
    en: 'In a browser a top-level var becomes a property of window. And here?',
    zh: '在浏览器里，顶层的 var 会成为 window 的属性。在这里呢？',
  },
  explanation: {
    en: "Node's global object is called global; globalThis is the same object under the name that every JavaScript has. There is no window. A top-level var belongs to the module's function, not to the global object, and this is module.exports. Only an assignment to an undeclared name, possible without strict mode, leaks.",
    zh: 'Node 的全局对象叫 global；globalThis 是同一个对象，这个名字在所有 JavaScript 环境里都有。没有 window。顶层的 var 属于模块函数，不属于全局对象，而 this 是 module.exports。只有非严格模式下给未声明的名字赋值才会泄漏到全局。',
  },
  pitfalls: [
    {
      en: 'ES modules are always strict: there the same assignment throws a ReferenceError.',
      zh: 'ES 模块总是严格模式：同样的赋值会抛出 ReferenceError。',
    },
  ],
  links: ['https://nodejs.org/api/globals.html#global'],
} satisfies Demo
