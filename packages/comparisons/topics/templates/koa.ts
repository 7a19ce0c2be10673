import path from 'node:path'
import ejs from 'ejs'
import pug from 'pug'
import type { KoaProgram } from '../../src/topic.ts'

const engines: Record<string, (file: string, locals: object) => unknown> = {
  ejs: (file, locals) => ejs.renderFile(file, locals as ejs.Data),
  pug: (file, locals) => pug.renderFile(file, locals),
}

const program: KoaProgram = (Koa, { Router }) => {
  const router = new Router()
  const views = path.join(import.meta.dirname, 'views')

  router.get('/:engine', async function hello(ctx) {
    const { engine } = ctx.params
    const render = engines[engine]
    if (!render) return ctx.throw(500, `no engine for ${engine}`)
    const locals = { name: ctx.query['name'], items: ['tea', 'bread & butter'] }
    ctx.type = 'html'
    ctx.body = await render(path.join(views, `hello.${engine}`), locals)
  })

  return new Koa().use(router.routes())
}

export default program
