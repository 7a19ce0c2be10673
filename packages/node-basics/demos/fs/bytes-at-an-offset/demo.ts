import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Bytes at an offset', zh: '读写某个偏移处的字节' },
  question: {
    en: 'Four bytes are read in the middle of a file of 26, and two are overwritten. What does the rest look like?',
    zh: '在 26 字节的文件中间读四个字节，再覆盖两个。其余部分怎样？',
  },
  explanation: {
    en: 'read and write take a position and touch nothing else; with null they go on where the last one with null ended. A read near the end gives fewer bytes than asked for: look at bytesRead.',
    zh: 'read 与 write 带位置参数，只动那一段；位置为 null 时，接着上一次 null 读写的地方。临近末尾时读到的会比要的少：要看 bytesRead。',
  },
  links: ['https://nodejs.org/api/fs.html#filehandlereadbuffer-offset-length-position'],
} satisfies Demo
