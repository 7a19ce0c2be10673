import cors from 'cors'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.use(cors({ origin: 'https://app.example.com', credentials: true, maxAge: 600 }))

  app.put('/', function save(_req, res) {
    res.send('saved')
  })
  app.get('/broken', function broken() {
    throw Object.assign(new Error('no such thing'), { status: 404, expose: true })
  })

  return app
}

export default program
