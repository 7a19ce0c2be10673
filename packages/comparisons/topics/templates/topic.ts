import type { Topic } from '../../src/topic.ts'

const EJS =
  '<h1>Hello &lt;Ada&gt;</h1>\n<ul>\n  <li>tea</li>\n  <li>bread &amp; butter</li>\n</ul>\n'
const PUG = '<h1>Hello &lt;Ada&gt;</h1><ul><li>tea</li><li>bread &amp; butter</li></ul>'
const html = { 'content-type': 'text/html; charset=utf-8' }

export default {
  group: 'applications',
  title: { en: 'Templates', zh: '模板' },
  question: {
    en: 'A page is made by ejs, then by pug, with a name that holds HTML. Who finds the file and the engine?',
    zh: '分别用 ejs 和 pug 生成页面，名字里带有 HTML。模板文件和引擎由谁来找？',
  },
  requests: [
    { name: { en: 'ejs', zh: 'ejs' }, target: '/ejs?name=<Ada>' },
    { name: { en: 'pug', zh: 'pug' }, target: '/pug?name=<Ada>' },
  ],
  express: {
    shows: [
      { status: 200, body: EJS, headers: html },
      { status: 200, body: PUG, headers: html },
    ],
    why: {
      en: 'res.render looks the view up below the folder "views", requires the engine by the file’s ending, and sends what it makes.',
      zh: 'res.render 在 "views" 目录下查找视图，按扩展名加载引擎，并发送结果。',
    },
  },
  koa: {
    shows: [
      { status: 200, body: EJS, headers: html },
      { status: 200, body: PUG, headers: html },
    ],
    why: {
      en: 'Koa has no views: one calls an engine, awaits it, and sets ctx.body. Packages such as @koa/ejs put that into ctx.render.',
      zh: 'Koa 没有视图功能：自己调用引擎并 await，再设置 ctx.body。@koa/ejs 之类的包把它包装成 ctx.render。',
    },
  },
  answer: {
    en: 'The same templates make the same pages. Express brings the look-up, in Koa it is a dozen lines or a package. The engines escape; whoever writes <%- or != does not.',
    zh: '相同的模板生成相同的页面。Express 自带查找，Koa 要写十来行或用一个包。引擎默认会转义；写 <%- 或 != 则不会。',
  },
} satisfies Topic
