import { createTransport } from 'nodemailer'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram<'mailbox'> = (Koa, { Router, koaBody, mailbox }) => {
  const app = new Koa()
  const router = new Router()
  const transport = createTransport(mailbox.url)

  app.use(async function failed(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.status = 502
      ctx.body = `${(err as { responseCode?: number }).responseCode}: the mail was not taken`
    }
  })

  router.post('/invite', koaBody(), async function invite(ctx) {
    const { accepted, response } = await transport.sendMail({
      from: 'Await Next <hello@example.com>',
      to: (ctx.request.body as { to: string }).to,
      subject: 'You are invited',
      text: `Hello,\nsomebody wants you here: ${ctx.protocol}://example.com/join`,
    })
    ctx.status = 202
    ctx.body = { accepted, response }
  })

  app.use(router.routes())
  return { app, close: () => transport.close() }
}

export default program
