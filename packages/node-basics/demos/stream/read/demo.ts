import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Reading in pieces', zh: '一段一段地读' },
  question: {
    en: 'A file of 150,000 bytes is read as a stream. How many chunks are there, how big, and in which order come the events?',
    zh: '以流读取一个 150,000 字节的文件。会有几段？每段多大？事件的顺序如何？',
  },
  explanation: {
    en: 'A file stream reads 64 KiB at a time: two full chunks and the rest. open comes first, data for each chunk, end when all has been read, close when the file is closed.',
    zh: '文件流每次读 64 KiB：两段满的，再加剩余部分。先是 open，每段一个 data，读完是 end，文件关闭后是 close。',
  },
  pitfalls: [
    {
      en: 'end means that everything was read. A stream that is destroyed closes without it.',
      zh: 'end 表示全部读完。被销毁的流没有 end，直接 close。',
    },
  ],
  links: ['https://nodejs.org/api/stream.html#readable-streams'],
} satisfies Demo
