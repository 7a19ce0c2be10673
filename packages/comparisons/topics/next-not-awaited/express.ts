import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express, { wait }) => {
  const app = express()

  app.use(function outer(_req, _res, next) {
    next()
  })

  app.get('/', async function handler(_req, res) {
    await wait(5)
    res.send('hello')
  })

  app.get('/fails', async function fails() {
    await wait(5)
    throw new Error('too late')
  })

  return app
}

export default program
