import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Flowing and paused', zh: '流动与暂停' },
  question: {
    en: 'pause() after the first chunk, resume() 20 ms later. Does the source lose what it has in the meantime?',
    zh: '第一段之后 pause()，20 毫秒后 resume()。期间的数据会丢吗？',
  },
  explanation: {
    en: 'A stream flows once somebody listens to data, pipes or resumes it. pause keeps what arrives in the buffer. A stream that nobody reads stays paused, and resume without a listener throws the data away: useful to drain a request body that nobody wants.',
    zh: '有人监听 data、pipe 或调用 resume，流才开始流动。pause 期间到来的数据留在缓冲里。没人读的流一直是暂停的；没有监听器却 resume，数据就被丢弃：用来排掉没人要的请求体。',
  },
  links: ['https://nodejs.org/api/stream.html#two-reading-modes'],
} satisfies Demo
