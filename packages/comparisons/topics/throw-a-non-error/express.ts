import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/text', function text() {
    throw 'a text'
  })

  app.get('/object', function object() {
    throw { status: 403, message: 'not for you' }
  })

  app.get('/nothing', function nothing() {
    throw undefined
  })

  app.get('/rejects-nothing', function rejectsNothing() {
    return Promise.reject()
  })

  app.get('/route', function route() {
    throw 'route'
  })

  return app
}

export default program
