import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Two modules that require each other', zh: '互相 require 的两个模块' },
  question: {
    en: 'main requires a, a requires b, and b requires a, which is not finished. What does b see of a?',
    zh: 'main 加载 a，a 加载 b，b 又加载尚未完成的 a。b 看到的 a 是什么样？',
  },
  explanation: {
    en: 'require puts a module into the cache before it runs it. So when b asks for a, it gets what a has exported until then: done is still false. No endless loop, but an unfinished copy of the work. Once b is done, a goes on, and main sees both finished.',
    zh: 'require 在运行模块之前就把它放进缓存。所以 b 要 a 时，得到的是 a 到那时为止的导出：done 还是 false。不会无限循环，只是拿到了半成品。b 完成后 a 继续，最后 main 看到两者都已完成。',
  },
  pitfalls: [
    {
      en: "const { done } = require('./a.cjs') in a cycle copies the unfinished value for ever. Keep the object, or require inside the function that needs it.",
      zh: "在循环依赖里写 const { done } = require('./a.cjs')，会永远留住那个半成品的值。应保留整个对象，或者在用到它的函数里再 require。",
    },
    {
      en: 'module.exports = … after the require in a cycle gives the other side an object that nobody fills.',
      zh: '循环中如果在 require 之后才写 module.exports = …，对方拿到的是一个再也没人填充的对象。',
    },
  ],
  links: ['https://nodejs.org/api/modules.html#cycles'],
} satisfies Demo
