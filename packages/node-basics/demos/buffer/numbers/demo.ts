import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Numbers in bytes: which end first?', zh: '字节里的数字：哪一端在前？' },
  question: {
    en: '258 is written as 16 bits both ways. Which bytes are they, and what does the wrong reader read?',
    zh: '258 以 16 位按两种顺序写入。各是哪些字节？读错顺序会读出什么？',
  },
  explanation: {
    en: '258 is 0x0102. Big-endian, the order of networks, writes 01 02; little-endian, that of most processors, 02 01. A reader that expects the other order gets 513. Beyond 2^53 only BigInt is exact.',
    zh: '258 是 0x0102。大端序（网络字节序）写成 01 02；小端序（多数处理器）写成 02 01。按另一种顺序读会得到 513。超过 2^53 只有 BigInt 精确。',
  },
  links: ['https://nodejs.org/api/buffer.html#bufwriteuint16bevalue-offset'],
} satisfies Demo
