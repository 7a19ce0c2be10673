import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The body of a POST, by hand', zh: '手工读取 POST 的请求体' },
  question: {
    en: 'The body arrives in pieces. Where does the server put them, and what stops a client from sending gigabytes?',
    zh: '请求体一段段到达。服务器放在哪里？怎样防止客户端发来几个 GB？',
  },
  explanation: {
    en: 'The request is a stream: collect the chunks, count the bytes, decode once at the end. Whoever does not count can be filled up by anybody. This is what body parsers do.',
    zh: '请求是流：收集各段，数字节，最后一次解码。不数的话，谁都能把内存灌满。请求体解析中间件做的就是这件事。',
  },
  links: ['https://nodejs.org/en/learn/modules/anatomy-of-an-http-transaction'],
} satisfies Demo
