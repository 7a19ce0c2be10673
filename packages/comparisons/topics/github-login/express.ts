import { randomBytes } from 'node:crypto'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram<'provider'> = (express, { provider }) => {
  const app = express()
  const sessions = new Map<string, { state?: string; login?: string }>()

  app.use(function session(req, res, next) {
    const known = /\bsid=(\w+)/.exec(req.get('Cookie') ?? '')?.[1]
    const id = known && sessions.has(known) ? known : randomBytes(16).toString('hex')
    res.locals['session'] = sessions.get(id) ?? {}
    sessions.set(id, res.locals['session'])
    if (id !== known) res.cookie('sid', id, { httpOnly: true, sameSite: 'lax' })
    next()
  })

  app.get('/login', function login(req, res) {
    res.locals['session'].state = randomBytes(16).toString('hex')
    const url = new URL(provider.authorizeUrl)
    url.searchParams.set('client_id', provider.clientId)
    url.searchParams.set('redirect_uri', `${req.protocol}://${req.host}/callback`)
    url.searchParams.set('scope', 'read:user')
    url.searchParams.set('state', res.locals['session'].state)
    res.redirect(url.href)
  })

  app.get('/callback', async function callback(req, res) {
    const { session } = res.locals
    const { state, code } = req.query
    if (!state || state !== session.state) {
      res.status(403).send('this login was not begun here')
      return
    }
    delete session.state

    const answer = await fetch(provider.tokenUrl, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({
        client_id: provider.clientId,
        client_secret: provider.clientSecret,
        code: String(code),
      }),
    })
    const { access_token: token, error } = (await answer.json()) as {
      access_token?: string
      error?: string
    }
    if (error) {
      res.status(401).send(error)
      return
    }

    const headers = { authorization: `Bearer ${token}`, 'user-agent': 'await-next' }
    const answered = await fetch(provider.userUrl, { headers })
    const user = (await answered.json()) as { login: string }
    session.login = user.login
    res.redirect('/me')
  })

  app.get('/me', function me(_req, res) {
    const { login } = res.locals['session']
    if (login) res.send(`hello ${login}`)
    else res.status(401).send('who are you?')
  })

  return app
}

export default program
