import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Copying or handing over', zh: '拷贝还是移交' },
  question: {
    en: '8 MB are sent, once as they are, once in the transfer list. What is left here?',
    zh: '发送 8 MB，一次直接发，一次放进移交列表。这边还剩什么？',
  },
  explanation: {
    en: "A message is a copy. What is in the transfer list moves: no time for copying, and the sender's buffer is empty afterwards. Of the two, only moving costs nothing for a big image.",
    zh: '消息是拷贝。移交列表里的东西是搬过去：不花拷贝的时间，发送方的缓冲之后就空了。对大图片来说，只有移交不费时间。',
  },
  links: ['https://nodejs.org/api/worker_threads.html#portpostmessagevalue-transferlist'],
} satisfies Demo
