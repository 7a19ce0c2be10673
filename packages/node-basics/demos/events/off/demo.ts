import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'off needs the very same function', zh: 'off 需要同一个函数' },
  question: {
    en: 'Three attempts to remove a listener. Which of them work?',
    zh: '三次移除监听器的尝试，哪些有效？',
  },
  explanation: {
    en: "off compares functions by identity. A second arrow function with the same text is another function, and so is the result of bind. Keep the function you registered. removeAllListeners takes everybody's, also those of libraries.",
    zh: 'off 按同一性比较函数。内容相同的另一个箭头函数是另一个函数，bind 的结果也是。要留住注册时的那个函数。removeAllListeners 会移除所有人的监听器，包括库注册的。',
  },
  links: ['https://nodejs.org/api/events.html#emitterremovelistenereventname-listener'],
} satisfies Demo
