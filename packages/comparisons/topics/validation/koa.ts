import type { Middleware } from '@await-next/mini-koa'
import { z } from 'zod'
import type { KoaProgram } from '../../src/topic.ts'

const Signup = z.object({
  name: z.string().trim().min(1),
  age: z.coerce.number().int().min(18),
})

/** Refuses what does not fit, and leaves what does on ctx.state. */
const valid =
  (schema: z.ZodType): Middleware =>
  async (ctx, next) => {
    const { success, data, error } = schema.safeParse(ctx.request.body)
    if (!success) {
      ctx.status = 422
      ctx.body = z.flattenError(error).fieldErrors
      return
    }
    ctx.state['valid'] = data
    await next()
  }

const program: KoaProgram = (Koa, { Router, koaBody }) => {
  const router = new Router()

  router.post('/signup', koaBody(), valid(Signup), async function signup(ctx) {
    ctx.status = 201
    ctx.body = ctx.state['valid']
  })

  return new Koa().use(router.routes())
}

export default program
