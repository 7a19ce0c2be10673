import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A loop over events', zh: '用循环遍历事件' },
  question: {
    en: 'Three events are emitted at once while the loop body is slow. Are any of them lost?',
    zh: '循环体很慢，三个事件却是一下子发出的。会丢事件吗？',
  },
  explanation: {
    en: 'events.on queues what arrives and hands it out one by one, so nothing is lost. The loop would never end by itself; the option close (or a signal) ends it.',
    zh: 'events.on 把到来的事件排队，一个一个交出来，所以不会丢。循环自己永远不会结束；用 close 选项（或 signal）结束它。',
  },
  pitfalls: [
    {
      en: 'The queue grows without bound when events come faster than the body runs.',
      zh: '如果事件来得比循环体快，队列会无限增长。',
    },
  ],
  links: ['https://nodejs.org/api/events.html#eventsonemitter-eventname-options'],
} satisfies Demo
