import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { Topic } from '../../src/topic.ts'

/** Takes a little of a large file and leaves. */
async function leaveEarly(address: string): Promise<void> {
  const asked = get(address, { agent: false })
  const [res]: [IncomingMessage] = (await once(asked, 'response')) as never
  await once(res, 'data')
  res.once('error', () => {}).destroy()
}

export default {
  group: 'response',
  needs: ['folder'],
  title: { en: 'Downloads', zh: '文件下载' },
  question: {
    en: 'A file is to be saved, under a name in other letters. What if it is a folder, is not there, or the client leaves in the middle?',
    zh: '文件要以中文名字保存。如果它是个目录、不存在，或者客户端中途离开，会怎样？',
  },
  requests: [
    { name: { en: 'a file under another name', zh: '换个名字下载' }, target: '/report' },
    { name: { en: 'made on the spot', zh: '当场生成' }, target: '/data' },
    { name: { en: 'a file by its name', zh: '按名字下载' }, target: '/files/report.csv' },
    { name: { en: 'one that is not there', zh: '不存在的文件' }, target: '/files/gone.csv' },
    { name: { en: 'a folder', zh: '目录' }, target: '/files/old' },
    {
      name: { en: 'a folder, and nobody looks', zh: '目录，且无人处理' },
      target: '/passed-on/old',
    },
    {
      name: { en: 'a missing one, and nobody looks', zh: '文件不存在，且无人处理' },
      target: '/passed-on/gone.csv',
    },
    {
      name: { en: 'one who leaves in the middle', zh: '中途离开' },
      async visit({ origin }) {
        await leaveEarly(`${origin}/files/large.bin`)
        // Answered as soon as the server has noticed.
        return [await (await fetch(`${origin}/ending`)).text()]
      },
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'a,b\n1,2\n',
        headers: {
          'content-disposition': `attachment; filename="??.csv"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.csv`,
          'content-type': 'text/csv; charset=utf-8',
          'x-rows': '1',
        },
      },
      {
        status: 200,
        body: '{"a":1}',
        headers: {
          'content-disposition': 'attachment; filename=data.json',
          'content-type': 'application/json; charset=utf-8',
        },
      },
      { status: 200, body: 'a,b\n1,2\n', headers: { 'accept-ranges': 'bytes' } },
      { status: 404, body: 'no such file' },
      { status: 404, body: 'no such file' },
      { status: 404, body: /<pre>Cannot GET \/passed-on\/old<\/pre>/ },
      { status: 404, body: 'ENOENT' },
      { told: ['broken off'] },
    ],
    why: {
      en: 'res.download is res.sendFile with a Content-Disposition: ranges, ETag and all. Its callback is told how it ended; without one a missing file is an error for next, a folder goes on to the next route, and a client that leaves is forgiven.',
      zh: 'res.download 就是带上 Content-Disposition 的 res.sendFile，Range、ETag 一样不少。回调会得知结局；没有回调时，文件不存在就作为错误交给 next，目录则转到下一个路由，客户端离开则不追究。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'a,b\n1,2\n',
        headers: {
          'content-disposition': `attachment; filename="??.csv"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.csv`,
          'content-type': 'text/csv; charset=utf-8',
          'x-rows': '1',
        },
      },
      {
        status: 200,
        body: '{"a":1}',
        headers: {
          'content-disposition': 'attachment; filename="data.json"',
          'content-type': 'application/json; charset=utf-8',
        },
      },
      { status: 200, body: 'a,b\n1,2\n', headers: { 'accept-ranges': undefined } },
      { status: 404, body: 'no such file' },
      { status: 404, body: 'no such file' },
      { status: 404, body: 'no such file' },
      { status: 404, body: 'no such file' },
      { told: ['broken off'] },
    ],
    why: {
      en: 'ctx.attachment sets the header and the type, the bytes are a stream of yours. Whether the file is there has to be asked first: once a stream fails, the status is out. When the client leaves, Koa destroys the stream.',
      zh: 'ctx.attachment 设置头部和类型，字节则来自你自己的流。文件在不在要先问清楚：等流出错时，状态码已经发出。客户端离开时，Koa 会销毁这个流。',
    },
  },
  answer: {
    en: 'Express sends files, with ranges and a callback for the end. In Koa write the look-up yourself or take koa-send. Both encode a name that a header cannot hold.',
    zh: 'Express 自带发送文件的功能，支持 Range，结束时有回调。在 Koa 里要自己检查文件，或用 koa-send。头部放不下的文件名，两边都会编码。',
  },
} satisfies Topic<'folder'>
