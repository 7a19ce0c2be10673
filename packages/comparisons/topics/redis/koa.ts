import type { DefaultState } from '@await-next/mini-koa'
import session from 'koa-session'
import { createClient } from 'redis'
import type { KoaProgram } from '../../src/topic.ts'

interface WithSession {
  session: { visits?: number }
}

const program: KoaProgram<'redis'> = async (Koa, { Router, redis, wait }) => {
  const client = await createClient({ url: redis.url }).connect()
  const app = new Koa<DefaultState, WithSession>({ keys: ['keep it out of the code'] })
  const router = new Router<DefaultState, WithSession>()
  let asked = 0

  const keyOf = (id: string) => `${redis.prefix}session:${id}`
  const store = {
    get: async (id: string) => JSON.parse((await client.get(keyOf(id))) ?? 'null'),
    set: async (id: string, data: unknown, maxAge: number) => {
      await client.set(keyOf(id), JSON.stringify(data), {
        expiration: { type: 'PX', value: maxAge },
      })
    },
    destroy: async (id: string) => {
      await client.del(keyOf(id))
    },
  }

  router.get('/weather/:city', async function weather(ctx) {
    const key = `${redis.prefix}weather:${ctx.params.city}`
    const cached = await client.get(key)
    ctx.type = 'json'
    ctx.set('X-Cache', cached ? 'hit' : 'miss')
    if (cached) {
      ctx.body = cached
      return
    }

    await wait(5) // the slow service that is worth a cache
    asked += 1
    const fresh = JSON.stringify({ city: ctx.params.city, degrees: 21, asked })
    await client.set(key, fresh, { expiration: { type: 'EX', value: 60 } })
    ctx.body = fresh
  })

  router.get('/visits', async function visits(ctx) {
    ctx.session.visits = (ctx.session.visits ?? 0) + 1
    ctx.body = `visit ${ctx.session.visits}`
  })

  router.get('/keys', async function keys(ctx) {
    const keys = await client.keys(`${redis.prefix}*`)
    ctx.body = keys.map((key) => key.slice(redis.prefix.length)).sort()
  })

  app.use(session({ store, genid: () => 'a-random-id' }, app))
  app.use(router.routes())

  return { app, close: () => client.close() }
}

export default program
