import { Readable } from 'node:stream'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/text', (_req, res) => res.send('text'))
  app.get('/markup', (_req, res) => res.send('<p>markup</p>'))
  app.get('/object', (_req, res) => res.send({ a: 1 }))
  app.get('/number', (_req, res) => res.send(7))
  app.get('/buffer', (_req, res) => res.send(Buffer.from([1, 2, 3])))
  app.get('/stream', (_req, res) => Readable.from(['a', 'b']).pipe(res))
  app.get('/null', (_req, res) => res.send(null))
  app.get('/nothing', (_req, res) => res.send())

  return app
}

export default program
