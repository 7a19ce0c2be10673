import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Getting in first', zh: '抢在前面' },
  question: {
    en: 'Listeners are added with on, prependListener and on. In which order do they run?',
    zh: '依次用 on、prependListener、on 添加监听器。它们按什么顺序运行？',
  },
  explanation: {
    en: 'prependListener puts a listener at the head of the list, prependOnceListener does so for one call. Useful to see an event before those who handle it.',
    zh: 'prependListener 把监听器放到列表最前面，prependOnceListener 只放一次。想在处理者之前看到事件时有用。',
  },
  links: ['https://nodejs.org/api/events.html#emitterprependlistenereventname-listener'],
} satisfies Demo
