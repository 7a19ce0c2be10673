import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  app.disable('x-powered-by')

  app.get('/', function handler(req, res) {
    res.set('X-One', '1').set({ 'X-Two': '2', 'X-Three': '3' })
    res.append('Link', '<a>').append('Link', '<b>')
    res.removeHeader('X-Three')
    res.type('txt').send(`you are ${req.get('user-agent')}`)
  })

  app.get('/list', function list(_req, res) {
    res.links({ next: '/list?page=2', alternate: ['/list.json', '/list.csv'] })
    res.links({ last: '/list?page=9' }).send('page 1')
  })

  app.get('/invalid', function invalid(_req, res) {
    res.set('X-Name', '名').send('never')
  })

  app.get('/split', function split(req, res) {
    res.set('X-Name', String(req.query.name)).send('never')
  })

  app.get('/late', function late(_req, res) {
    res.send('sent')
    res.set('X-Late', 'yes')
  })

  return app
}

export default program
