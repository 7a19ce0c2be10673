import { rm } from 'node:fs/promises'
import multer from '@koa/multer'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram<'folder'> = (Koa, { Router, koaBody, folder }) => {
  const app = new Koa()
  const router = new Router<object, { file?: Express.Multer.File }>()

  const upload = multer({ dest: folder, limits: { fileSize: 1000 } })
  const form = koaBody({ multipart: true, formidable: { uploadDir: folder, maxFileSize: 1000 } })

  app.use(async function tooLarge(ctx, next) {
    try {
      await next()
    } catch (err) {
      const { code, httpCode, message } = err as Error & { code?: unknown; httpCode?: number }
      if (code !== 'LIMIT_FILE_SIZE' && httpCode !== 413) throw err
      ctx.status = 413
      ctx.body = message
    }
  })

  // @koa/multer, which is multer behind a promise
  router.post('/one', upload.single('photo'), async function one(ctx) {
    if (!ctx.file) return ctx.throw(400, 'no file')
    const { originalname, mimetype, size, path } = ctx.file
    await rm(path) // where a real app would keep it
    ctx.body = {
      title: (ctx.request.body as { title?: string }).title,
      originalname,
      mimetype,
      size,
    }
  })

  // koa-body, which is formidable
  router.post('/many', form, async function many(ctx) {
    const files = [ctx.request.files?.['photos'] ?? []].flat()
    await Promise.all(files.map(({ filepath }) => rm(filepath)))
    // formidable lists them as they come to rest on the disk, in any order
    ctx.body = files.map(({ originalFilename, size }) => `${originalFilename}: ${size}`).sort()
  })

  return app.use(router.routes())
}

export default program
