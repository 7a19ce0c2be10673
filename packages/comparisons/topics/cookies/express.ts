import cookieParser from 'cookie-parser'
import type { Request, Response } from 'express'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  app.use(cookieParser('a secret'))

  app.get('/set', function set(_req, res) {
    res.cookie('theme', 'dark & blue', { expires: new Date('2038-01-01'), httpOnly: true })
    res.cookie('user', 'ada', { signed: true })
    res.send('set')
  })

  app.get('/read', function read(req: Request, res: Response) {
    res.json({ theme: req.cookies.theme, user: req.signedCookies.user })
  })

  app.get('/clear', function clear(_req, res) {
    res.clearCookie('theme')
    res.send('cleared')
  })

  return app
}

export default program
