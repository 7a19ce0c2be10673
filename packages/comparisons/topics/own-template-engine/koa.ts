import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { KoaProgram } from '../../src/topic.ts'

const views = path.join(import.meta.dirname, 'views')

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()
  const site = 'example.com'

  app.use(async function onError(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.status = 500
      ctx.body = (err as NodeJS.ErrnoException).code
    }
  })

  router.get('/mail', async function mail(ctx) {
    ctx.body = `To ada@example.com:\n${await render('hello', { name: 'Ada', site })}`
  })

  router.get('/:view', async function show(ctx) {
    ctx.type = 'html'
    ctx.body = await render(ctx.params.view, { name: 'Bob', site })
  })

  return app.use(router.routes())
}

async function render(view: string, values: Record<string, string>): Promise<string> {
  const text = await readFile(path.join(views, `${path.basename(view)}.mustache`), 'utf8')
  return text.replace(/\{\{(\w+)\}\}/g, (_whole, name) => String(values[name]))
}

export default program
