import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'once', zh: 'once：只听一次' },
  question: {
    en: 'A once listener emits its own event again while it runs. How often is it called?',
    zh: '一个 once 监听器在运行时又发出同一个事件。它会被调用几次？',
  },
  explanation: {
    en: 'A once listener is taken off before it is called. So emitting the same event from within finds it gone, and there is no endless loop.',
    zh: 'once 监听器在被调用之前就已移除。所以在里面再发同一个事件时它已不在，不会无限循环。',
  },
  links: ['https://nodejs.org/api/events.html#emitteronceeventname-listener'],
} satisfies Demo
