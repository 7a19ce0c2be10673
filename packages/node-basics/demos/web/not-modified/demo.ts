import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Web by hand 15: ETag and 304', zh: '手写 Web 15：ETag 与 304' },
  question: {
    en: 'The client asks again with If-None-Match. What does it get, before and after the page has changed?',
    zh: '客户端带着 If-None-Match 再次请求。页面改变前后，各得到什么？',
  },
  explanation: {
    en: 'The tag is a fingerprint of the body. If it still fits, 304 and no body: the client uses what it has. Express and Koa (with koa-etag) do this for you; it saves the transfer, not the work of making the page.',
    zh: '标签是正文的指纹。仍然相符就答 304，不带正文：客户端用手里的那份。Express 和 Koa（加 koa-etag）替你做这件事；它省的是传输，不是生成页面的工作。',
  },
  links: ['https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/ETag'],
} satisfies Demo
