import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const admin = express.Router()

  admin.use(function show({ method, originalUrl, baseUrl, url, path, query }, res) {
    res.json({ method, originalUrl, baseUrl, url, path, query })
  })

  app.use('/admin', admin)
  return app
}

export default program
