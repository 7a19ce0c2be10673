import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const show = express.Router()
  show.get('/', function who(req, res) {
    res.json({ ip: req.ip, ips: req.ips, protocol: req.protocol, host: req.host })
  })

  const app = express().set('trust proxy', 1)
  const careful = express().set('trust proxy', false)

  app.use('/careful', careful.use(show))
  app.use(show)
  return app
}

export default program
