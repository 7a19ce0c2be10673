import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Removing a listener while it is being called', zh: '在派发过程中移除监听器' },
  question: {
    en: 'The first listener removes the second one. Is the second still called this time?',
    zh: '第一个监听器移除了第二个。这一次第二个还会被调用吗？',
  },
  explanation: {
    en: 'emit works on a copy of the list as it was when the event began. Changes take effect with the next emit, in both directions: one that is added now is not called now.',
    zh: 'emit 使用的是事件开始那一刻的列表拷贝。改动到下一次 emit 才生效，两个方向都一样：现在添加的，现在也不会被调用。',
  },
  links: ['https://nodejs.org/api/events.html#emitterremovelistenereventname-listener'],
} satisfies Demo
