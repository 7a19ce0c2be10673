import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/page', function page(_req, res) {
    res.send('a page of text')
  })

  app.post('/form', function form(_req, res) {
    res.send('thanks')
  })

  app.head('/own', function ownHead(_req, res) {
    res.set('X-Cheap', 'yes').end()
  })

  app.get('/own', function ownGet(_req, res) {
    res.send('expensive')
  })

  return app
}

export default program
