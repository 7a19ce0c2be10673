import jwt from 'jsonwebtoken'
import koaJwt from 'koa-jwt'
import type { KoaProgram } from '../../src/topic.ts'

const SECRET = 'keep it out of the code'
const IN_2100 = 4_102_444_800

const program: KoaProgram = (Koa, { Router, koaBody }) => {
  const app = new Koa()
  const router = new Router()
  const protect = koaJwt({ secret: SECRET, algorithms: ['HS256'] })

  app.use(async function unauthorized(ctx, next) {
    try {
      await next()
    } catch (err) {
      const { status, originalError } = err as { status?: number; originalError?: Error }
      if (status !== 401) throw err
      ctx.status = 401
      ctx.body = { error: originalError?.message ?? (err as Error).message }
    }
  })

  router.post('/login', koaBody(), async function login(ctx) {
    const { password } = ctx.request.body as { password: string }
    if (password !== 'lovelace') {
      ctx.status = 403
      ctx.body = { error: 'wrong password' }
      return
    }
    const claims = { sub: 'ada', admin: false, exp: IN_2100 }
    ctx.body = { token: jwt.sign(claims, SECRET, { algorithm: 'HS256', noTimestamp: true }) }
  })

  router.get('/me', protect, async function me(ctx) {
    const { user } = ctx.state
    ctx.body = `hello ${user.sub}, admin: ${user.admin}`
  })

  return app.use(router.routes())
}

export default program
