import type { Demo } from '../../../src/demo.ts'

export default {
  title: {
    en: 'Nesting, step two: return early, name the steps',
    zh: '嵌套，第二步：提前返回，给步骤起名',
  },
  question: {
    en: 'The same three steps as named functions. What has become easier, and what is still repeated?',
    zh: '同样的三步写成具名函数。什么变容易了？什么仍在重复？',
  },
  explanation: {
    en: 'The indentation is gone, stacks show names, each step can be tested. But user has to be carried along in an outer variable, and the error is still checked three times.',
    zh: '缩进没了，调用栈有名字，每一步都能单独测试。但 user 得放在外层变量里带着走，错误仍要查三遍。',
  },
  links: [
    'https://nodejs.org/en/learn/asynchronous-work/javascript-asynchronous-programming-and-callbacks',
  ],
} satisfies Demo
