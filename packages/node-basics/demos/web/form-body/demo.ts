import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 6: a form', zh: '手写 Web 6：表单' },
  question: {
    en: 'A form with 名字 and a + in it is posted. How is it written in the body, and what if it is not a form at all?',
    zh: '提交一个含“名字”和加号的表单。请求体里怎么写？如果根本不是表单呢？',
  },
  explanation: {
    en: "application/x-www-form-urlencoded is the query's grammar in the body. Look at Content-Type first: 415 for anything else, 413 for too much. Express has express.urlencoded() for this.",
    zh: 'application/x-www-form-urlencoded 就是把查询串的语法放进正文。先看 Content-Type：其他类型答 415，太大答 413。Express 为此提供 express.urlencoded()。',
  },
  links: ['https://url.spec.whatwg.org/#application/x-www-form-urlencoded'],
} satisfies Demo
