import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Comparing and searching bytes', zh: '比较与查找字节' },
  question: {
    en: 'Two Buffers with the same bytes: what do ==, equals and compare say?',
    zh: '两个字节相同的 Buffer：==、equals、compare 各怎么说？',
  },
  explanation: {
    en: '== compares objects. equals compares bytes, compare gives their order, indexOf finds a piece. Bytes sort by UTF-8, so B stands before a, and 茶 behind both.',
    zh: '== 比较的是对象。equals 比较字节，compare 给出先后，indexOf 查找片段。字节按 UTF-8 排序，所以 B 在 a 前面，茶在两者之后。',
  },
  links: [
    'https://nodejs.org/api/buffer.html#bufcomparetarget-targetstart-targetend-sourcestart-sourceend',
  ],
} satisfies Demo
