import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A cycle of ES modules', zh: 'ES 模块的循环依赖' },
  question: {
    en: 'parent imports child and child imports parent. Which use of parent works while parent has not run: the function or the constant?',
    zh: 'parent 导入 child，child 又导入 parent。parent 还没运行时，用它的函数可以吗？用它的常量呢？',
  },
  explanation: {
    en: "Modules are linked before any of them runs, so child sees all of parent's names. A function declaration is ready from the start. A const exists but has no value yet: reading it throws, where CommonJS would have given undefined in silence. In a callback that runs later, both work.",
    zh: '所有模块先链接、后运行，所以 child 看得到 parent 的全部名字。函数声明一开始就可用。const 已存在但还没有值：读取会抛错，而 CommonJS 会悄悄给出 undefined。放到稍后执行的回调里，两者都没问题。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Guide/Modules#cyclic_imports'],
} satisfies Demo
