import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'Redirects', zh: '重定向' },
  question: {
    en: 'Which status does a redirect have, what happens to letters that a header cannot hold, and where does “back” lead?',
    zh: '重定向的状态码是什么？头部放不下的字符怎么办？“返回”又通向哪里？',
  },
  requests: [
    { name: { en: 'for a program', zh: '给程序' }, target: '/old' },
    {
      name: { en: 'for a browser', zh: '给浏览器' },
      target: '/old',
      headers: [['Accept', 'text/html']],
    },
    { name: { en: 'permanent, with other letters', zh: '永久，带其他字符' }, target: '/moved' },
    {
      name: { en: 'back, within the site', zh: '返回，站内' },
      target: '/back',
      headers: [['Referer', '/list']],
    },
    {
      name: { en: 'back, to another site', zh: '返回，站外' },
      target: '/back',
      headers: [['Referer', 'http://evil.example/']],
    },
    { name: { en: 'HEAD', zh: 'HEAD' }, method: 'HEAD', target: '/old' },
    {
      name: { en: 'for an image', zh: '给图片' },
      target: '/old',
      headers: [['Accept', 'image/png']],
    },
  ],
  express: {
    shows: [
      {
        status: 302,
        body: 'Found. Redirecting to /new',
        headers: { location: '/new', vary: 'Accept' },
        events: ['enter old', 'respond old', 'return old'],
      },
      {
        status: 302,
        body: '<!DOCTYPE html><head><title>Found</title></head><body><p>Found. Redirecting to /new</p></body>',
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
      {
        status: 301,
        body: 'Moved Permanently. Redirecting to /%E6%96%B0?q=%3Cb%3E',
        headers: { location: '/%E6%96%B0?q=%3Cb%3E' },
      },
      { status: 302, body: 'Found. Redirecting to /list', headers: { location: '/list' } },
      {
        status: 302,
        body: 'Found. Redirecting to http://evil.example/',
        headers: { location: 'http://evil.example/' },
      },
      { status: 302, body: '' },
      { status: 302, body: '', headers: { location: '/new', 'content-length': '0' } },
    ],
    why: {
      en: 'res.redirect encodes the address, and writes a small body as the client prefers: text or HTML, hence Vary. “back” was removed in version 5: reading the header oneself makes it an open redirect, unless one checks.',
      zh: 'res.redirect 对地址编码，并按客户端偏好写一小段文本或 HTML，因此带有 Vary。第 5 版移除了 “back”：自己读取头部就成了开放重定向，除非加以检查。',
    },
  },
  koa: {
    shows: [
      {
        status: 302,
        body: 'Redirecting to /new.',
        headers: { location: '/new', vary: undefined },
        events: ['enter old', 'return old', 'respond (framework)'],
      },
      {
        status: 302,
        body: 'Redirecting to /new.',
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
      {
        status: 301,
        body: 'Redirecting to /新?q=&lt;b&gt;.',
        headers: { location: '/%E6%96%B0?q=%3Cb%3E' },
      },
      { status: 302, body: 'Redirecting to /list.', headers: { location: '/list' } },
      { status: 302, body: 'Redirecting to /.', headers: { location: '/' } },
      { status: 302, body: '' },
      {
        status: 302,
        body: 'Redirecting to /new.',
        headers: { location: '/new', 'content-type': 'text/plain; charset=utf-8' },
      },
    ],
    why: {
      en: 'ctx.redirect encodes the address for the header; the body is text with the address as it was given, escaped, under the type HTML. ctx.back follows the Referer only within the same site.',
      zh: 'ctx.redirect 对头部里的地址编码；响应体是转义后的原地址文本，但类型标为 HTML。ctx.back 只在同一站点内跟随 Referer。',
    },
  },
  answer: {
    en: '302 unless one says otherwise, and the address is encoded, on both sides. Koa’s ctx.back refuses another site; in Express check the Referer yourself.',
    zh: '两边默认都是 302，地址都会编码。Koa 的 ctx.back 拒绝站外地址；在 Express 里要自己检查 Referer。',
  },
} satisfies Topic
