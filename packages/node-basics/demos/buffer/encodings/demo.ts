import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Encodings side by side', zh: '各种编码对照' },
  question: {
    en: 'How many bytes are é茶😀 in each encoding, and which of them brings the text back?',
    zh: 'é茶😀 在每种编码里占几个字节？哪些编码能还原文本？',
  },
  explanation: {
    en: 'utf8 takes 1 to 4 bytes a character and holds everything, utf16le takes 2 or 4. latin1 and ascii keep one byte a character and lose the rest without a word. hex and base64 are the other way round: texts for bytes.',
    zh: 'utf8 每个字符 1 到 4 字节，什么都装得下；utf16le 是 2 或 4 字节。latin1 和 ascii 每个字符只留一个字节，其余的悄悄丢掉。hex 与 base64 正相反：它们是字节的文本写法。',
  },
  links: ['https://nodejs.org/api/buffer.html#buffers-and-character-encodings'],
} satisfies Demo
