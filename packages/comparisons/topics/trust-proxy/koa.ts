import type { Middleware } from '@await-next/mini-koa'
import mount from 'koa-mount'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const who: Middleware = async function who(ctx) {
    ctx.body = { ip: ctx.ip, ips: ctx.ips, protocol: ctx.protocol, host: ctx.host }
  }

  const app = new Koa({ proxy: true, maxIpsCount: 1 })
  const careful = new Koa({ proxy: false })

  app.use(mount('/careful', careful.use(who) as never))
  app.use(who)
  return app
}

export default program
