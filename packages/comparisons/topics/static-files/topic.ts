import type { Topic } from '../../src/topic.ts'

const target = (en: string, zh: string, path: string, method = 'GET') => ({
  name: { en, zh },
  target: path,
  method,
  // The server ends the connection when it has ended the answer, which for a file is a little later.
  headers: [['Connection', 'close']] as const,
})

export default {
  group: 'request',
  title: { en: 'Static files', zh: '静态文件' },
  question: {
    en: 'A folder is served. What becomes of a file, the folder itself, a hidden file, a path that climbs out, and a POST?',
    zh: '把一个文件夹作为静态资源。普通文件、文件夹本身、隐藏文件、试图越出目录的路径，以及 POST，各会怎样？',
  },
  requests: [
    target('a file', '文件', '/style.css'),
    target('the folder', '文件夹', '/'),
    target('a file that is none', '不存在的文件', '/nothing.css'),
    target('a hidden file', '隐藏文件', '/.secret'),
    target('a path that climbs out', '越出目录的路径', '/../topic.ts'),
    target('the same, encoded', '同上，经过编码', '/%2e%2e/topic.ts'),
    target('a percent sign that means nothing', '无效的百分号编码', '/%zz'),
    target('a POST for a file', '对文件的 POST', '/style.css', 'POST'),
    target('only the head', '只要头部', '/style.css', 'HEAD'),
  ],
  express: {
    shows: [
      {
        fate: 'closed',
        status: 200,
        body: 'body {\n  color: teal;\n}\n',
        headers: { 'cache-control': 'public, max-age=3600' },
      },
      { fate: 'closed', status: 200, body: '<h1>home</h1>\n' },
      { fate: 'closed', status: 404, body: 'no file for /nothing.css' },
      { fate: 'closed', status: 404, body: 'no file for /.secret' },
      { fate: 'closed', status: 404, body: 'no file for /../topic.ts' },
      { fate: 'closed', status: 404, body: 'no file for /%2e%2e/topic.ts' },
      { fate: 'closed', status: 404, body: 'no file for /%zz' },
      { fate: 'closed', status: 404, body: 'no file for /style.css' },
      { fate: 'closed', status: 200, body: '' },
    ],
    why: {
      en: 'express.static comes with Express. What it cannot or will not serve it hands on with next(), bad paths included.',
      zh: 'express.static 是 Express 自带的。不能或不肯提供的，它都用 next() 交给后面，包括有问题的路径。',
    },
  },
  koa: {
    shows: [
      {
        fate: 'closed',
        status: 200,
        body: 'body {\n  color: teal;\n}\n',
        headers: { 'cache-control': 'max-age=3600' },
      },
      { fate: 'closed', status: 200, body: '<h1>home</h1>\n' },
      { fate: 'closed', status: 404, body: 'no file for /nothing.css' },
      { fate: 'closed', status: 404, body: 'no file for /.secret' },
      { fate: 'closed', status: 403, body: 'Forbidden' },
      { fate: 'closed', status: 403, body: 'Forbidden' },
      { fate: 'closed', status: 400, body: 'failed to decode' },
      { fate: 'closed', status: 404, body: 'no file for /style.css' },
      { fate: 'closed', status: 200, body: '' },
    ],
    why: {
      en: 'koa-static looks first and awaits next() where it has found nothing; for a path that is wrong it throws.',
      zh: 'koa-static 先查找，找不到才 await next()；路径有问题时则抛出错误。',
    },
  },
  answer: {
    en: 'Both keep the visitor inside the folder and hide dot files. Order matters: put the files before the fallback, and decide which of two wins when a route and a file have one name.',
    zh: '两边都不让访问者走出目录，也都隐藏点文件。顺序很重要：静态文件要放在兜底之前，路由和文件同名时要想好谁优先。',
  },
} satisfies Topic
