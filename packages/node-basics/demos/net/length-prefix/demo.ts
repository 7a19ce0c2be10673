import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Messages with a length before them', zh: '带长度前缀的消息' },
  question: {
    en: 'Messages are cut into pieces of 5 bytes on their way. How does the reader find their borders again?',
    zh: '消息在路上被切成 5 字节一段。读取者怎样找回边界？',
  },
  explanation: {
    en: 'Each message starts with its length in four bytes. The reader keeps what it has, and takes a message off as soon as it is complete: there may be none in a chunk, or several.',
    zh: '每条消息以四个字节的长度开头。读取者保留已有的数据，一条完整了就取走：一段里可能一条也没有，也可能有好几条。',
  },
  pitfalls: [
    {
      en: 'Check the length before you believe it. Four bytes from a stranger can ask for 4 GB.',
      zh: '相信长度之前要检查。陌生人的四个字节就能索要 4 GB。',
    },
  ],
  links: ['https://nodejs.org/api/buffer.html#bufreaduint32beoffset'],
} satisfies Demo
