import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'What kind of value is it?', zh: '这个值是什么？' },
  question: {
    en: 'typeof and instanceof on null, arrays, an array of another realm, a promise: where do they fail?',
    zh: '对 null、数组、来自另一个上下文的数组、promise，typeof 和 instanceof 在哪里失灵？',
  },
  explanation: {
    en: 'typeof knows eight words and calls null an object. instanceof asks for a prototype of this realm, so it fails for values from a vm context. util.types asks the engine itself.',
    zh: 'typeof 只有八种回答，还把 null 叫作 object。instanceof 查的是本上下文的原型，所以对 vm 上下文里的值会失败。util.types 直接问引擎。',
  },
  links: ['https://nodejs.org/api/util.html#utiltypes'],
} satisfies Demo
