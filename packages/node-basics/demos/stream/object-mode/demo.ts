import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Streams of objects', zh: '对象流' },
  question: {
    en: 'In object mode, what does highWaterMark count? And which value must never be pushed?',
    zh: '对象模式下 highWaterMark 数的是什么？哪个值绝不能 push？',
  },
  explanation: {
    en: 'Objects instead of bytes: 16 by default. Each write is one chunk, never merged or split. null ends the stream, so it cannot be a value. Iterator helpers such as map and filter work on it.',
    zh: '数的是对象而不是字节：默认 16 个。一次写入就是一段，不合并也不拆分。null 表示结束，所以不能当值。可以用 map、filter 等辅助方法。',
  },
  links: ['https://nodejs.org/api/stream.html#object-mode'],
} satisfies Demo
