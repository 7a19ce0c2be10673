import { EventEmitter, once } from 'node:events'
import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream'
import type { KoaProgram } from '../../src/topic.ts'

const files = path.join(import.meta.dirname, 'files')

const program: KoaProgram<'folder'> = async (Koa, { Router, folder }) => {
  await writeFile(path.join(folder, 'large.bin'), Buffer.alloc(16 * 2 ** 20))

  const app = new Koa()
  const router = new Router()
  const downloads = new EventEmitter()
  const ending = once(downloads, 'large.bin')
  app.on('error', () => {}) // Koa tells of each client that leaves; nobody has to print it

  router.get('/report', async function report(ctx) {
    ctx.attachment('报告.csv')
    ctx.set('X-Rows', '1')
    ctx.body = createReadStream(path.join(files, 'report.csv'))
  })

  router.get('/data', async function data(ctx) {
    ctx.attachment('data.json')
    ctx.body = '{"a":1}'
  })

  router.get(['/files/:name', '/passed-on/:name'], async function file(ctx) {
    const name = path.basename(ctx.params.name ?? '')
    const whole = path.join(name === 'large.bin' ? folder : files, name)
    const found = await stat(whole).catch(() => undefined)
    if (!found?.isFile()) return ctx.throw(404, 'no such file')

    const stream = createReadStream(whole)
    finished(stream, (err) => downloads.emit(name, err ? 'broken off' : 'sent'))
    ctx.attachment(name)
    ctx.lastModified = found.mtime
    ctx.body = stream
  })

  router.get('/ending', async function tell(ctx) {
    ctx.body = (await ending).join()
  })

  return app.use(router.routes())
}

export default program
