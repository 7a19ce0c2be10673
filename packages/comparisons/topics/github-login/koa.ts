import { randomBytes } from 'node:crypto'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram<'provider'> = (Koa, { Router, provider }) => {
  const app = new Koa()
  const router = new Router()
  const sessions = new Map<string, { state?: string; login?: string }>()

  app.use(async function session(ctx, next) {
    const known = ctx.cookies.get('sid')
    const id = known && sessions.has(known) ? known : randomBytes(16).toString('hex')
    ctx.state.session = sessions.get(id) ?? {}
    sessions.set(id, ctx.state.session)
    if (id !== known) ctx.cookies.set('sid', id, { sameSite: 'lax' })
    await next()
  })

  router.get('/login', async function login(ctx) {
    ctx.state.session.state = randomBytes(16).toString('hex')
    const url = new URL(provider.authorizeUrl)
    url.searchParams.set('client_id', provider.clientId)
    url.searchParams.set('redirect_uri', `${ctx.protocol}://${ctx.host}/callback`)
    url.searchParams.set('scope', 'read:user')
    url.searchParams.set('state', ctx.state.session.state)
    ctx.redirect(url.href)
  })

  router.get('/callback', async function callback(ctx) {
    const { session } = ctx.state
    const { state, code } = ctx.query
    if (!state || state !== session.state) ctx.throw(403, 'this login was not begun here')
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
    if (error) ctx.throw(401, error)

    const headers = { authorization: `Bearer ${token}`, 'user-agent': 'await-next' }
    const answered = await fetch(provider.userUrl, { headers })
    const user = (await answered.json()) as { login: string }
    session.login = user.login
    ctx.redirect('/me')
  })

  router.get('/me', async function me(ctx) {
    const { login } = ctx.state.session
    if (!login) ctx.throw(401, 'who are you?')
    ctx.body = `hello ${login}`
  })

  return app.use(router.routes())
}

export default program
