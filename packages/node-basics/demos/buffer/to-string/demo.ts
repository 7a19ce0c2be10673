import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'toString, and what it cannot do', zh: 'toString 及其做不到的事' },
  question: {
    en: 'Four bytes that are no UTF-8 are made a text and bytes again. Are they the same bytes?',
    zh: '四个不是 UTF-8 的字节变成文本再变回字节。还是原来的字节吗？',
  },
  explanation: {
    en: 'Each byte that is no valid UTF-8 becomes U+FFFD, the replacement character, which is three bytes long. So an image that has been a string is ruined. For bytes in a text use base64 or hex.',
    zh: '不合法的 UTF-8 字节都变成替换字符 U+FFFD，它有三个字节长。所以图片一旦当过字符串就毁了。要在文本里放字节，用 base64 或 hex。',
  },
  links: ['https://nodejs.org/api/buffer.html#buftostringencoding-start-end'],
} satisfies Demo
