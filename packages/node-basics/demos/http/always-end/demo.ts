import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Always end the response', zh: '一定要结束响应' },
  question: {
    en: 'One branch of the handler forgets res.end(). What does the client see?',
    zh: '处理函数的一个分支忘了 res.end()。客户端看到什么？',
  },
  explanation: {
    en: 'Nothing: it waits until somebody loses patience. There is no error anywhere. The forgotten return after an end is the other side: writing afterwards is ERR_STREAM_WRITE_AFTER_END, and changing headers ERR_HTTP_HEADERS_SENT.',
    zh: '什么也没有：它一直等到有人失去耐心，哪里都不报错。反过来，end 之后忘了 return：再写是 ERR_STREAM_WRITE_AFTER_END，再改头是 ERR_HTTP_HEADERS_SENT。',
  },
  links: ['https://nodejs.org/api/http.html#responseenddata-encoding-callback'],
} satisfies Demo
