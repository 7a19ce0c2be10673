import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 3: the query', zh: '手写 Web 3：查询串' },
  question: {
    en: 'size comes twice, page is no number, q is missing. What does a careful handler make of it?',
    zh: 'size 出现两次，page 不是数字，q 缺失。谨慎的处理函数怎么办？',
  },
  explanation: {
    en: 'All values are texts from a stranger. Convert them, check the range, and say what is wrong with 400 instead of computing with NaN. Express gives req.query, Koa ctx.query: strings too, or arrays when a key repeats.',
    zh: '所有值都是陌生人发来的文本。要转换、检查范围，用 400 说清错在哪里，而不是拿 NaN 去计算。Express 有 req.query，Koa 有 ctx.query：同样是字符串，键重复时是数组。',
  },
  links: ['https://nodejs.org/api/url.html#class-urlsearchparams'],
} satisfies Demo
