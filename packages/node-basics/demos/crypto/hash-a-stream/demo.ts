import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The digest of a big file', zh: '大文件的摘要' },
  question: {
    en: 'A file of 4 MB is hashed as a whole and as a stream. Same digest? How big was the largest piece in memory?',
    zh: '一个 4 MB 的文件，整个读入与用流各算一次摘要。结果相同吗？内存里最大的一块有多大？',
  },
  explanation: {
    en: 'A hash is a stream as well: pieces of 64 KiB go in, one digest comes out. The file never has to fit into memory.',
    zh: 'hash 也是流：64 KiB 一块地送进去，出来一个摘要。文件不必装进内存。',
  },
  links: ['https://nodejs.org/api/crypto.html#class-hash'],
} satisfies Demo
