import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'on and emit', zh: 'on 与 emit' },
  question: {
    en: 'Two listeners are registered for "order", and "refund" has none. What does emit return each time?',
    zh: '"order" 有两个监听器，"refund" 一个也没有。每次 emit 返回什么？',
  },
  explanation: {
    en: 'emit calls the listeners of that name in the order in which they were registered, with its other arguments, and returns whether there were any. An event without listeners is simply lost.',
    zh: 'emit 按注册顺序调用该事件名的监听器，把其余参数传给它们，并返回是否有监听器。没有监听器的事件就这样丢了。',
  },
  pitfalls: [
    {
      en: 'Event names are plain strings. A typo in one is not an error: nobody answers.',
      zh: '事件名只是普通字符串。写错了也不会报错：只是没人响应。',
    },
  ],
  links: ['https://nodejs.org/api/events.html#emitteremiteventname-args'],
} satisfies Demo
