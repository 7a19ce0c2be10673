import path from 'node:path'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  app.set('views', path.join(import.meta.dirname, 'views'))

  app.get('/:engine', function hello(req, res) {
    const name = String(req.query['name'])
    res.render(`hello.${req.params.engine}`, { name, items: ['tea', 'bread & butter'] })
  })

  return app
}

export default program
