import session from 'express-session'
import type { ExpressProgram } from '../../src/topic.ts'

declare module 'express-session' {
  interface SessionData {
    user: string
  }
}

const program: ExpressProgram = (express) => {
  const app = express()
  let count = 0

  app.use(
    session({
      secret: 'keep it out of the code',
      genid: () => `session-${++count}`, // pinned: leave it out, and ids are random
      resave: false,
      saveUninitialized: false,
      cookie: { sameSite: 'lax' },
    }),
  )

  app.get('/login/:user', function login(req, res, next) {
    // A new id, so that nobody can plant one beforehand.
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.user = req.params.user
      res.send('welcome')
    })
  })

  app.get('/logout', function logout(req, res, next) {
    req.session.destroy((err) => (err ? next(err) : res.send('good bye')))
  })

  app.get('/me', function me(req, res) {
    res.send(req.session.user ?? 'nobody')
  })

  return app
}

export default program
