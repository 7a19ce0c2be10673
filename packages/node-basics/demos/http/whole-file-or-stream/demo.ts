import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A file: whole, or as a stream', zh: '发送文件：整个读入，还是用流' },
  question: {
    en: 'A file of 20 MB is sent both ways. How much memory does each hold at most for it?',
    zh: '用两种方式发送 20 MB 的文件。各自最多占多少内存？',
  },
  explanation: {
    en: 'readFile holds all of it for each request: a hundred slow clients hold 2 GB. A stream holds a few chunks of 64 KiB and waits when the client is slow. The client sees the same bytes.',
    zh: 'readFile 为每个请求占住整个文件：一百个慢客户端就是 2 GB。流只占几段 64 KiB，客户端慢它就等。客户端看到的字节相同。',
  },
  links: [
    'https://nodejs.org/api/stream.html#streampipelinesource-transforms-destination-callback',
  ],
} satisfies Demo
