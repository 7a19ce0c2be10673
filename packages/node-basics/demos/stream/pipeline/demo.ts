import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'pipeline with steps', zh: 'pipeline 串起各步' },
  question: {
    en: 'A text goes through an async generator and gzip. What is in the file, and when is the promise fulfilled?',
    zh: '文本经过异步生成器和 gzip。文件里是什么？promise 何时完成？',
  },
  explanation: {
    en: 'Any step may be an async generator: it gets an iterable of chunks and yields others. The promise is fulfilled when the last stream has finished, here when all is on the disk.',
    zh: '任何一步都可以是异步生成器：拿到可迭代的各段，产出新的段。最后一个流完成时，promise 才完成；这里就是全部写到磁盘之后。',
  },
  links: ['https://nodejs.org/api/stream.html#streampipelinesource-transforms-destination-options'],
} satisfies Demo
