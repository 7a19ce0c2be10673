import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Cure two: collect, then decode', zh: '解法二：先收集，再解码' },
  question: {
    en: 'The chunks are kept as Buffers and decoded once. When is this the better cure?',
    zh: '各段作为 Buffer 保留，最后解码一次。什么时候这种解法更好？',
  },
  explanation: {
    en: 'When all is wanted at once, or when it may be no text at all: an upload, something to be hashed, a body whose charset stands in a header. All of it is in memory, so limit the size.',
    zh: '需要一次拿到全部，或者内容未必是文本时：上传的文件、要算摘要的数据、字符集写在头里的请求体。全部内容都在内存里，所以要限制大小。',
  },
  links: ['https://nodejs.org/api/buffer.html#static-method-bufferconcatlist-totallength'],
} satisfies Demo
