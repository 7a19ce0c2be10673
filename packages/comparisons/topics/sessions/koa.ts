import type { DefaultState } from '@await-next/mini-koa'
import session from 'koa-session'
import type { KoaProgram } from '../../src/topic.ts'

interface WithSession {
  session: { user?: string } | null
}

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa<DefaultState, WithSession>({ keys: ['keep it out of the code'] })
  const router = new Router<DefaultState, WithSession>()

  // The whole session stands in the cookie. 'session': until the browser is closed.
  app.use(session({ maxAge: 'session', sameSite: 'lax' }, app))

  router.get('/login/:user', async function login(ctx) {
    ctx.session = { user: ctx.params.user }
    ctx.body = 'welcome'
  })

  router.get('/logout', async function logout(ctx) {
    ctx.session = null
    ctx.body = 'good bye'
  })

  router.get('/me', async function me(ctx) {
    ctx.body = ctx.session?.user ?? 'nobody'
  })

  return app.use(router.routes())
}

export default program
