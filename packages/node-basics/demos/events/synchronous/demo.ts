import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'emit is a function call', zh: 'emit 就是函数调用' },
  question: {
    en: 'Is the line after emit printed before or after the listeners run? And if a listener throws?',
    zh: 'emit 之后的那一行，是在监听器之前还是之后打印？监听器抛错又会怎样？',
  },
  explanation: {
    en: 'Nothing is queued. emit runs every listener to its end and then returns. What a listener throws comes out of emit, and the listeners after it are not called. A listener that should not hold up the emitter defers its own work.',
    zh: '没有任何排队。emit 把每个监听器都运行完才返回。监听器抛出的错误会从 emit 里出来，后面的监听器不再被调用。不想拖住发出者的监听器，要自己推迟工作。',
  },
  links: ['https://nodejs.org/api/events.html#asynchronous-vs-synchronous'],
} satisfies Demo
