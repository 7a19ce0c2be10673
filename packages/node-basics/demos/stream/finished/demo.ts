import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'When is a stream over?', zh: '流什么时候算结束？' },
  question: {
    en: 'One stream ends, one is destroyed, one fails. What does finished say of each?',
    zh: '一个流正常结束，一个被销毁，一个出错。finished 各怎么说？',
  },
  explanation: {
    en: 'finished is fulfilled when a stream has run to its end, and rejected when it fails or closes too early. A client that goes away shows as ERR_STREAM_PREMATURE_CLOSE: listening to end alone would wait for ever.',
    zh: '流走到终点，finished 就完成；出错或过早关闭，它就被拒绝。客户端中途离开表现为 ERR_STREAM_PREMATURE_CLOSE：只监听 end 会一直等下去。',
  },
  links: ['https://nodejs.org/api/stream.html#streamfinishedstream-options-callback'],
} satisfies Demo
