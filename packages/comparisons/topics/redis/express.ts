import { RedisStore } from 'connect-redis'
import session from 'express-session'
import { createClient } from 'redis'
import type { ExpressProgram } from '../../src/topic.ts'

declare module 'express-session' {
  interface SessionData {
    visits: number
  }
}

const program: ExpressProgram<'redis'> = async (express, { redis, wait }) => {
  const client = await createClient({ url: redis.url }).connect()
  const app = express()
  const store = new RedisStore({ client, prefix: `${redis.prefix}session:` })
  let asked = 0

  app.get('/weather/:city', async function weather(req, res) {
    const key = `${redis.prefix}weather:${req.params.city}`
    const cached = await client.get(key)
    if (cached) {
      res.set('X-Cache', 'hit').type('json').send(cached)
      return
    }

    await wait(5) // the slow service that is worth a cache
    asked += 1
    const fresh = JSON.stringify({ city: req.params.city, degrees: 21, asked })
    await client.set(key, fresh, { expiration: { type: 'EX', value: 60 } })
    res.set('X-Cache', 'miss').type('json').send(fresh)
  })

  app.use(
    session({
      store,
      secret: 'keep it out of the code',
      genid: () => 'a-random-id',
      resave: false,
      saveUninitialized: false,
    }),
  )

  app.get('/visits', function visits(req, res) {
    req.session.visits = (req.session.visits ?? 0) + 1
    res.send(`visit ${req.session.visits}`)
  })

  app.get('/keys', async function keys(_req, res) {
    const keys = await client.keys(`${redis.prefix}*`)
    res.json(keys.map((key) => key.slice(redis.prefix.length)).sort())
  })

  return { app, close: () => client.close() }
}

export default program
