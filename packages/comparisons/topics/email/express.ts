import type { ErrorRequestHandler } from '@await-next/mini-express'
import { createTransport } from 'nodemailer'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram<'mailbox'> = (express, { mailbox }) => {
  const app = express()
  const transport = createTransport(mailbox.url)

  app.post('/invite', express.urlencoded(), async function invite(req, res) {
    const { accepted, response } = await transport.sendMail({
      from: 'Await Next <hello@example.com>',
      to: req.body.to,
      subject: 'You are invited',
      text: `Hello,\nsomebody wants you here: ${req.protocol}://example.com/join`,
    })
    res.status(202).json({ accepted, response })
  })

  const failed: ErrorRequestHandler = (err, _req, res, _next) => {
    res.status(502).send(`${err.responseCode}: the mail was not taken`)
  }
  app.use(failed)

  return { app, close: () => transport.close() }
}

export default program
