import { AsyncLocalStorage } from 'node:async_hooks'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express, { wait }) => {
  const app = express()
  const requestId = new AsyncLocalStorage<string>()

  app.use(function remember(req, _res, next) {
    requestId.run(req.get('X-Request-Id') ?? 'none', next)
  })

  app.get('/', async function handler(_req, res) {
    res.send(await loadGreeting())
  })

  /** Somewhere deep down, where nobody has a request at hand. */
  async function loadGreeting(): Promise<string> {
    await wait(5)
    return `hello from request ${requestId.getStore()}`
  }

  return app
}

export default program
