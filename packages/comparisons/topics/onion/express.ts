import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express, { wait }) => {
  const app = express()

  app.use(async function outer(_req, _res, next) {
    await next()
  })

  app.get('/', async function handler(_req, res) {
    await wait(5)
    res.send('hello')
  })

  return app
}

export default program
