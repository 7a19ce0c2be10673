import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  app.set('trust proxy', 'loopback')

  app.get('/', function whereAmI({ protocol, host, hostname, subdomains }, res) {
    res.json({ protocol, host, hostname, subdomains })
  })

  return app
}

export default program
