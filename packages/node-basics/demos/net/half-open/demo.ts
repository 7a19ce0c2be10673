import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Saying goodbye one side at a time', zh: '一边一边地告别' },
  question: {
    en: 'The client ends its side and still waits for the answer. Does it get it?',
    zh: '客户端结束自己这边，仍等待应答。能等到吗？',
  },
  explanation: {
    en: 'end() sends FIN: "I shall not write any more". The other direction stays open if the server allows it (allowHalfOpen); otherwise the server\'s side is ended at once, and a later write goes nowhere.',
    zh: 'end() 发出 FIN：“我不再写了”。如果服务器允许（allowHalfOpen），另一个方向仍开着；否则服务器这边立刻结束，之后的写入无处可去。',
  },
  links: ['https://nodejs.org/api/net.html#new-netserveroptions-connectionlistener'],
} satisfies Demo
