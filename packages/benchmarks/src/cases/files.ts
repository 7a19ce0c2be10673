/**
 * A file from the disk.
 *
 * @module
 */
import { createReadStream, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { get, type HttpCase } from '../case.ts'

const require = createRequire(import.meta.url)

const FOLDER = path.join(
  path.dirname(require.resolve('@await-next/benchmarks/package.json')),
  'public',
)
const FILE = path.join(FOLDER, 'poem.txt')

/** By the middleware that Express brings; Koa brings none, and its body may be a stream. */
export const staticFile: HttpCase = {
  kind: 'http',
  id: 'static',
  title: { en: 'a static file', zh: '静态文件' },
  unit: 'µs',
  ask: get('/poem.txt'),
  express({ express }) {
    const app = express()
    app.use(express.static(FOLDER))
    return app
  },
  koa({ Koa }) {
    const app = new Koa()
    app.use(async (ctx) => {
      const { size } = await stat(FILE)
      ctx.type = 'txt'
      ctx.length = size
      ctx.body = createReadStream(FILE)
    })
    return app
  },
  raw: {
    express: () =>
      piping(({ size, mtime }) => ({
        'X-Powered-By': 'Express',
        'Accept-Ranges': 'bytes',
        'Cache-Control': 'public, max-age=0',
        'Last-Modified': mtime.toUTCString(),
        ETag: `W/"${size.toString(16)}-${mtime.getTime().toString(16)}"`,
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Length': size,
      })),
    koa: () =>
      piping(({ size }) => ({
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Length': size,
      })),
  },
}

function piping(
  headersOf: (file: { size: number; mtime: Date }) => OutgoingHttpHeaders,
): RequestListener {
  const headers = headersOf(statSync(FILE))
  return async (_req, res) => {
    await stat(FILE)
    res.writeHead(200, headers)
    createReadStream(FILE).pipe(res)
  }
}
