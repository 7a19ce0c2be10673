import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The error comes first', zh: '错误优先的回调' },
  question: {
    en: 'A callback gets (err, value). What are both in the good and in the bad case?',
    zh: '回调收到 (err, value)。成功和失败时各是什么？',
  },
  explanation: {
    en: 'Rule one: the first argument is the error, null when there is none; so nobody can take the value without passing by the error. Rule two: the callback is called exactly once. Return right after calling it, or it is called twice.',
    zh: '规则一：第一个参数是错误，没有错误就是 null；谁想拿值都得先经过错误。规则二：回调恰好调用一次。调用之后马上 return，否则会调用两次。',
  },
  links: [
    'https://nodejs.org/en/learn/asynchronous-work/javascript-asynchronous-programming-and-callbacks',
  ],
} satisfies Demo
