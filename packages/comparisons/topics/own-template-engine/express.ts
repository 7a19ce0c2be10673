import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { NextFunction, Request, Response } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  app.set('views', path.join(import.meta.dirname, 'views'))
  app.set('view engine', 'mustache')
  app.enable('view cache')
  app.locals['site'] = 'example.com'

  app.engine('mustache', function engine(file, locals, done) {
    readFile(file, 'utf8').then((text) => done(null, fill(text, locals)), done)
  })

  app.get('/mail', function mail(_req, res, next) {
    app.render('hello', { name: 'Ada' }, (err, text) => {
      if (err) next(err)
      else res.type('txt').send(`To ada@example.com:\n${text}`)
    })
  })

  app.get('/:view', function show(req, res) {
    res.render(req.params.view, { name: 'Bob' })
  })

  app.use(function onError(err: Error, _req: Request, res: Response, _next: NextFunction) {
    res.status(500).send(err.message.split(' in views ', 1)[0] ?? '')
  })

  return app
}

function fill(text: string, values: object): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_whole, name) => String(Reflect.get(values, name)))
}

export default program
