import cluster, { type Worker } from 'node:cluster'
import type { DefaultState } from '@await-next/mini-koa'
import session from 'koa-session'
import { createClient } from 'redis'
import type { KoaProgram } from '../../src/topic.ts'

interface WithSession {
  session: { visits?: number }
}

const program: KoaProgram<'redis' | 'workers'> = async (Koa, { Router, redis, workers }) => {
  if (cluster.isPrimary) {
    let total = 0
    cluster.on('message', () => {
      total += 1
      // One that is just ending cannot be told, which is no reason to end as well.
      const tell = (worker?: Worker) => worker?.send({ total }, () => {})
      Object.values(cluster.workers ?? {}).forEach(tell)
    })
    cluster.on('exit', () => cluster.fork({ NAME: 'the new one' }))
    cluster.fork({ NAME: 'one' })
    cluster.fork({ NAME: 'two' })
    return workers
  }

  const client = await createClient({ url: redis.url }).connect()
  const app = new Koa<DefaultState, WithSession>({ keys: ['keep it out of the code'] })
  const router = new Router<DefaultState, WithSession>()
  let answered = 0 // by this process
  let total = 0 // by all of them, as the primary tells

  process.on('message', (message: { total: number }) => {
    total = message.total
  })

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

  router.get('/', async function visit(ctx) {
    answered += 1
    process.send?.('answered')
    ctx.session.visits = (ctx.session.visits ?? 0) + 1
    ctx.body = { worker: process.env['NAME'], answered, visits: ctx.session.visits }
  })

  router.get('/total', async function tell(ctx) {
    ctx.body = { worker: process.env['NAME'], total }
  })

  router.get('/crash', async function crash() {
    process.exit(1)
  })

  app.use(session({ store }, app))
  app.use(router.routes())

  return { app, close: () => client.close() }
}

export default program
