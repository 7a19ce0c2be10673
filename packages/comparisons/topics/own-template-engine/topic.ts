import type { Topic } from '../../src/topic.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }

export default {
  group: 'applications',
  title: { en: 'A template engine of your own', zh: '自己写模板引擎' },
  question: {
    en: 'You have a function that turns a file and values into a page. How does the framework come to use it, and what happens when there is no such file?',
    zh: '你有一个函数，把文件和数据变成页面。框架怎样用上它？文件不存在时又会怎样？',
  },
  requests: [
    { name: { en: 'a view', zh: '一个视图' }, target: '/hello' },
    { name: { en: 'the same again', zh: '再来一次' }, target: '/hello' },
    { name: { en: 'a folder with an index', zh: '带 index 的目录' }, target: '/about' },
    { name: { en: 'one that is missing', zh: '不存在的视图' }, target: '/missing' },
    {
      name: { en: 'text that is not the answer', zh: '渲染出的文本不直接作为应答' },
      target: '/mail',
    },
  ],
  express: {
    shows: [
      { status: 200, body: '<p>Hello Bob, this is example.com.</p>\n', headers: html },
      { status: 200, body: '<p>Hello Bob, this is example.com.</p>\n', headers: html },
      { status: 200, body: '<p>About example.com.</p>\n', headers: html },
      { status: 500, body: 'Failed to lookup view "missing"' },
      { status: 200, body: 'To ada@example.com:\n<p>Hello Ada, this is example.com.</p>\n' },
    ],
    why: {
      en: 'app.engine names a function (file, locals, callback) for an ending. res.render finds name.ending or name/index.ending below "views", adds app.locals and res.locals, and hands a missing view to the error handlers; app.render only makes the text.',
      zh: 'app.engine 为一个扩展名登记函数 (file, locals, callback)。res.render 在 "views" 下查找 名字.扩展名 或 名字/index.扩展名，并入 app.locals 与 res.locals，找不到视图就交给错误处理函数；app.render 只生成文本。',
    },
  },
  koa: {
    shows: [
      { status: 200, body: '<p>Hello Bob, this is example.com.</p>\n', headers: html },
      { status: 200, body: '<p>Hello Bob, this is example.com.</p>\n', headers: html },
      { status: 500, body: 'ENOENT' },
      { status: 500, body: 'ENOENT' },
      { status: 200, body: 'To ada@example.com:\n<p>Hello Ada, this is example.com.</p>\n' },
    ],
    why: {
      en: 'Nothing to register with: call the function, await it, set ctx.body. Whatever else a view system does (index files, shared values, a cache) is yours to write.',
      zh: '没有地方可登记：调用函数、await、设置 ctx.body。视图系统的其他功能（index 文件、公共数据、缓存）都要自己写。',
    },
  },
  answer: {
    en: 'Express has a contract that every engine fulfils, and so they can be exchanged. Koa has none and needs none: an engine is a function.',
    zh: 'Express 有一份所有引擎都遵守的约定，所以引擎可以互换。Koa 没有约定，也不需要：引擎就是一个函数。',
  },
} satisfies Topic
