import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const forums = new Router({ prefix: '/forums/:forum' })
  const posts = new Router()

  posts.get('/:post', function post(ctx) {
    ctx.body = ctx.params
  })

  forums.use('/posts', posts.routes())
  forums.use('/drafts', posts.routes())

  app.use(forums.routes())
  return app
}

export default program
