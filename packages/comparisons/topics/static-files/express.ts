import path from 'node:path'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const folder = path.join(import.meta.dirname, 'public')

  app.use(express.static(folder, { maxAge: '1h', etag: false, lastModified: false }))

  app.use(function fallback(req, res) {
    res.status(404).send(`no file for ${req.path}`)
  })

  return app
}

export default program
