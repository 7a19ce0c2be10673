import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/text', function text() {
    throw 'a text'
  })

  router.get('/object', function object() {
    throw { status: 403, message: 'not for you' }
  })

  router.get('/nothing', function nothing() {
    throw undefined
  })

  router.get('/rejects-nothing', function rejectsNothing() {
    return Promise.reject()
  })

  router.get('/route', function route() {
    throw 'route'
  })

  app.use(router.routes())
  return app
}

export default program
