import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 14: redirects', zh: '手写 Web 14：重定向' },
  question: {
    en: 'A POST is answered with 302, 303 and 307. With which method does the client follow?',
    zh: '用 302、303、307 应答 POST。客户端以什么方法跟随？',
  },
  explanation: {
    en: 'After 303 always with GET, after 302 in practice too; 307 and 308 keep method and body. Post, redirect, get: a reload of the page then does not order twice.',
    zh: '303 之后一律用 GET，302 实际上也是；307 和 308 保留方法和正文。“提交、重定向、获取”：这样刷新页面就不会重复下单。',
  },
  pitfalls: [
    {
      en: 'Do not redirect to an address from the query unchecked: your link would lead to anywhere.',
      zh: '不要不加检查就重定向到查询串里的地址：那样你的链接可以通向任何地方。',
    },
  ],
  links: ['https://developer.mozilla.org/docs/Web/HTTP/Guides/Redirections'],
} satisfies Demo
