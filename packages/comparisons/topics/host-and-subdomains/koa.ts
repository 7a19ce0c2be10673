import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa({ proxy: true })

  app.use(async function whereAmI(ctx) {
    const { protocol, host, hostname, subdomains, URL } = ctx
    ctx.body = { protocol, host, hostname, subdomains, href: URL.href }
  })

  return app
}

export default program
