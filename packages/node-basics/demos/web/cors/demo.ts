import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 12: CORS', zh: '手写 Web 12：CORS' },
  question: {
    en: 'A page of shop.example calls this API with PUT. What does the browser ask first, and who enforces the answer?',
    zh: 'shop.example 的页面用 PUT 调用这个接口。浏览器先问什么？答案由谁执行？',
  },
  explanation: {
    en: 'OPTIONS with the wanted method and headers, the preflight. The server only says who may read; it is the browser that keeps the page from reading. curl, and any server, are not stopped by it: CORS is no protection of the API.',
    zh: '先发 OPTIONS 预检，带上想用的方法和头。服务器只说明谁可以读；不让页面读取的是浏览器。curl 和任何服务器都不受限制：CORS 并不保护接口。',
  },
  pitfalls: [
    {
      en: 'Never echo any Origin together with Allow-Credentials: every site could then act as the user.',
      zh: '绝不要在允许凭据的同时原样返回任意 Origin：那样任何网站都能以用户身份行事。',
    },
  ],
  links: ['https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS'],
} satisfies Demo
