import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { wait }) => {
  const app = new Koa({ asyncLocalStorage: true })

  app.use(async function handler(ctx) {
    ctx.body = await loadGreeting()
  })

  /** Somewhere deep down, where nobody has a context at hand. */
  async function loadGreeting(): Promise<string> {
    await wait(5)
    return `hello from request ${app.currentContext?.get('X-Request-Id') || 'none'}`
  }

  return app
}

export default program
