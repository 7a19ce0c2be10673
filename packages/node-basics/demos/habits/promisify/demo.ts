import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'promisify', zh: 'promisify：回调变 promise' },
  question: {
    en: 'What becomes of this when a method is promisified? And of a function that gives two results?',
    zh: '把方法 promisify 之后，this 会怎样？给出两个结果的函数呢？',
  },
  explanation: {
    en: 'promisify puts its own callback last and settles with (err, value). this is lost as with any function that is passed around: bind it. More results than one are dropped, unless the function says itself how it wants to be promisified, as setTimeout and exec do.',
    zh: 'promisify 把自己的回调放在最后，按 (err, value) 完成。this 会像任何传来传去的函数那样丢失：要 bind。多于一个的结果会被丢掉，除非函数自己声明如何 promisify，像 setTimeout 和 exec 那样。',
  },
  links: ['https://nodejs.org/api/util.html#utilpromisifyoriginal'],
} satisfies Demo
