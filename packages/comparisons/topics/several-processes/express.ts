import cluster, { type Worker } from 'node:cluster'
import { RedisStore } from 'connect-redis'
import session from 'express-session'
import { createClient } from 'redis'
import type { ExpressProgram } from '../../src/topic.ts'

declare module 'express-session' {
  interface SessionData {
    visits: number
  }
}

const program: ExpressProgram<'redis' | 'workers'> = async (express, { redis, workers }) => {
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
  const app = express()
  let answered = 0 // by this process
  let total = 0 // by all of them, as the primary tells

  process.on('message', (message: { total: number }) => {
    total = message.total
  })

  app.use(
    session({
      store: new RedisStore({ client, prefix: `${redis.prefix}session:` }),
      secret: 'keep it out of the code',
      resave: false,
      saveUninitialized: false,
    }),
  )

  app.get('/', function visit(req, res) {
    answered += 1
    process.send?.('answered')
    req.session.visits = (req.session.visits ?? 0) + 1
    res.json({ worker: process.env['NAME'], answered, visits: req.session.visits })
  })

  app.get('/total', function tell(_req, res) {
    res.json({ worker: process.env['NAME'], total })
  })

  app.get('/crash', function crash() {
    process.exit(1)
  })

  return { app, close: () => client.close() }
}

export default program
