import { readdir } from 'node:fs/promises'
import type { Topic } from '../../src/topic.ts'

const BOUNDARY = 'a-line-that-no-file-holds'

/** A form as a browser sends it. */
function form(target: string, ...parts: [field: string, file: string | undefined, text: string][]) {
  const body = parts.map(([field, file, text]) => {
    const name = file === undefined ? `name="${field}"` : `name="${field}"; filename="${file}"`
    const type = file === undefined ? '' : '\r\nContent-Type: image/png'
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; ${name}${type}\r\n\r\n${text}\r\n`
  })
  return {
    method: 'POST',
    target,
    headers: [['Content-Type', `multipart/form-data; boundary=${BOUNDARY}`]] as const,
    body: `${body.join('')}--${BOUNDARY}--\r\n`,
  }
}

/** The same form, cut off in the middle of its file. */
function cutOff(target: string, field: string) {
  const { headers, body, ...rest } = form(target, [field, 'cat.png', 'x'.repeat(500)])
  return {
    ...rest,
    headers: [...headers, ['Content-Length', String(body.length)]] as const,
    body: body.slice(0, 300),
    abort: 'after-request',
  } as const
}

/** Koa tells twice: of the connection, and of the form that came to no end. */
const LEFT = ['console: Error: Parse Error', 'console: Error: Request aborted']

export default {
  group: 'request',
  needs: ['folder'],
  title: { en: 'Uploads', zh: '文件上传' },
  question: {
    en: 'Files come one by one, several at once, too large, and cut off in the middle. What does the handler get, and what is left on the disk?',
    zh: '上传一个文件、多个文件、过大的文件，以及中途断开的文件。处理函数得到什么？磁盘上会剩下什么？',
  },
  requests: [
    {
      name: { en: 'one file and a field', zh: '一个文件和一个字段' },
      ...form('/one', ['title', undefined, '猫'], ['photo', 'cat.png', 'meow']),
    },
    {
      name: { en: 'three files', zh: '三个文件' },
      ...form(
        '/many',
        ['photos', 'a.png', 'a'],
        ['photos', 'b.png', 'bb'],
        ['photos', 'c.png', 'ccc'],
      ),
    },
    {
      name: { en: 'a file that is too large, for multer', zh: '过大的文件（multer）' },
      ...form('/one', ['photo', 'big.png', 'x'.repeat(1001)]),
    },
    {
      name: { en: 'a file that is too large, for several', zh: '过大的文件（多文件接口）' },
      ...form('/many', ['photos', 'big.png', 'x'.repeat(1001)]),
    },
    { name: { en: 'no file', zh: '没有文件' }, ...form('/one', ['title', undefined, 'none']) },
    { name: { en: 'a client that leaves', zh: '中途离开的客户端' }, ...cutOff('/one', 'photo') },
    { name: { en: 'another that leaves', zh: '又一个中途离开的' }, ...cutOff('/many', 'photos') },
    {
      name: { en: 'what is left on the disk', zh: '磁盘上剩下的文件' },
      async visit({ tools: { folder, wait } }) {
        let left = await readdir(folder)
        for (let tries = 0; left.length > 0 && tries < 40; tries += 1) {
          await wait(50)
          left = await readdir(folder)
        }
        return [`${left.length} files`]
      },
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"title":"猫","originalname":"cat.png","mimetype":"image/png","size":4}',
      },
      { status: 200, body: '["a.png: 1","b.png: 2","c.png: 3"]' },
      { status: 413, body: 'File too large' },
      { status: 413, body: 'File too large' },
      { status: 400, body: 'no file' },
      { fate: 'aborted', slips: ['console: Error: Request aborted'] },
      { fate: 'aborted', slips: ['console: Error: Request aborted'] },
      { told: ['0 files'] },
    ],
    why: {
      en: 'multer is a handler of the route: it streams each file to the disk and calls next() when all have come, or next(err). It removes what it has begun when it fails.',
      zh: 'multer 是路由上的一个处理函数：它把每个文件流式写入磁盘，全部到齐后调用 next()，出错则调用 next(err)，并删除已经写了一部分的文件。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"title":"猫","originalname":"cat.png","mimetype":"image/png","size":4}',
      },
      { status: 200, body: '["a.png: 1","b.png: 2","c.png: 3"]' },
      { status: 413, body: 'File too large' },
      { status: 413, body: /^options\.maxTotalFileSize \(1000 bytes\) exceeded/ },
      { status: 400, body: 'no file' },
      { fate: 'aborted', slips: LEFT },
      { fate: 'aborted', slips: LEFT },
      { told: ['0 files'] },
    ],
    why: {
      en: '@koa/multer runs the same multer and makes a promise of its callback, so that its errors are thrown. koa-body reads the form with formidable: other names, other messages, the same bytes.',
      zh: '@koa/multer 运行的是同一个 multer，把回调包装成 promise，错误因此变成抛出。koa-body 用 formidable 读表单：名字和消息不同，字节相同。',
    },
  },
  answer: {
    en: 'Neither framework reads files; a package streams them to the disk before the handler runs. Set a limit, catch its error, and remove what you do not keep.',
    zh: '两个框架都不读文件，由第三方包在处理函数运行之前把文件流式写入磁盘。要设置上限，捕获超限错误，并删除不需要的文件。',
  },
} satisfies Topic<'folder'>
