import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/as-it-is', function asItIs(_req, res) {
    res.send(new Blob(['<p>a blob</p>'], { type: 'text/html' }))
  })

  app.get('/blob', async function blob(_req, res) {
    const page = new Blob(['<p>a blob</p>'], { type: 'text/html' })
    res.type(page.type).send(Buffer.from(await page.arrayBuffer()))
  })

  app.get('/stream', function stream(_req, res) {
    const letters = new Blob(['abc']).stream()
    Readable.fromWeb(letters as NodeReadableStream).pipe(res.type('txt'))
  })

  app.get('/response', async function response(_req, res) {
    const made = Response.json({ made: true }, { status: 201, headers: { 'X-By': 'fetch' } })
    res.status(made.status).set(Object.fromEntries(made.headers))
    res.send(Buffer.from(await made.arrayBuffer()))
  })

  app.get('/instead', function instead(_req, res) {
    res.send('text')
  })

  return app
}

export default program
