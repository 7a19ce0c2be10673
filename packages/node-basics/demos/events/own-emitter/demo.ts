import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A class that emits, with typed events', zh: '会发事件的类，带类型的事件' },
  question: {
    en: 'The countdown emits from its constructor and from a later method. Which event reaches the listener?',
    zh: '倒计时类在构造函数里发一次事件，之后在方法里再发。监听器收到哪些？',
  },
  explanation: {
    en: "Nobody can listen before the constructor has returned, so what is emitted there is heard by nobody. Defer it with process.nextTick, as Node's own classes do. The generic of EventEmitter checks names and arguments.",
    zh: '构造函数返回之前没有人能监听，所以在里面发出的事件谁也听不到。像 Node 自己的类那样，用 process.nextTick 推迟。EventEmitter 的泛型会检查事件名和参数。',
  },
  links: ['https://nodejs.org/api/events.html#class-eventemitter'],
} satisfies Demo
