import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'An echo over TCP', zh: 'TCP 回声' },
  question: {
    en: 'Three writes in a row. How many data events does the other side get?',
    zh: '连续写三次。另一端收到几个 data 事件？',
  },
  explanation: {
    en: 'Nobody knows: TCP is a stream of bytes, not of messages. Writes may be joined or torn apart. What has messages needs a frame of its own: a line end, or a length before it.',
    zh: '谁也说不准：TCP 是字节流，不是消息流。多次写入可能合并，也可能拆开。要分消息，就得自己定界：换行，或前面写长度。',
  },
  links: ['https://nodejs.org/api/net.html#netcreateserveroptions-connectionlistener'],
} satisfies Demo
