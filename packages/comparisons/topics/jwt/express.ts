import type { ErrorRequestHandler } from '@await-next/mini-express'
import { expressjwt, type Request as JwtRequest } from 'express-jwt'
import jwt from 'jsonwebtoken'
import type { ExpressProgram } from '../../src/topic.ts'

const SECRET = 'keep it out of the code'
const IN_2100 = 4_102_444_800

const program: ExpressProgram = (express) => {
  const app = express()
  const protect = expressjwt({ secret: SECRET, algorithms: ['HS256'] })

  app.post('/login', express.json(), function login(req, res) {
    if (req.body.password !== 'lovelace') {
      res.status(403).json({ error: 'wrong password' })
      return
    }
    const claims = { sub: 'ada', admin: false, exp: IN_2100 }
    res.json({ token: jwt.sign(claims, SECRET, { algorithm: 'HS256', noTimestamp: true }) })
  })

  app.get('/me', protect, function me(req, res) {
    const { auth } = req as JwtRequest
    res.send(`hello ${auth?.sub}, admin: ${auth?.['admin']}`)
  })

  const unauthorized: ErrorRequestHandler = (err, _req, res, next) => {
    if (err.name === 'UnauthorizedError') res.status(401).json({ error: err.message })
    else next(err)
  }
  app.use(unauthorized)

  return app
}

export default program
