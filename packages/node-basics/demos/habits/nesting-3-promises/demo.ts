import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Nesting, step three: a chain', zh: '嵌套，第三步：promise 链' },
  question: {
    en: 'Promisified, the steps form a chain. How often is the error handled now?',
    zh: 'promise 化之后，步骤成了一条链。现在错误处理几次？',
  },
  explanation: {
    en: 'Once, at the end: a rejection skips every then on its way to catch. What two steps need, user, is still awkward: either nested, or carried along.',
    zh: '一次，在末尾：拒绝会跳过所有 then，直达 catch。两步都要用的 user 仍然别扭：要么嵌套，要么一路带着。',
  },
  links: ['https://developer.mozilla.org/docs/Web/JavaScript/Guide/Using_promises'],
} satisfies Demo
