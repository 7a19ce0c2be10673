import { pipeline, Readable } from 'node:stream'
import type { ExpressProgram } from '../../src/topic.ts'

/** So many letters, then the end or an error. */
function letters(count: number, error?: Error): Readable {
  let sent = 0
  return new Readable({
    read() {
      if (sent++ < count) setImmediate(() => this.push('abc'))
      else if (error) this.destroy(error)
      else this.push(null)
    },
  })
}

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/whole', function whole(_req, res, next) {
    pipeline(letters(3), res, (err) => err && next(err))
  })

  app.get('/broken', function broken(_req, res, next) {
    pipeline(letters(3, new Error('disk is gone')), res, (err) => err && next(err))
  })

  app.get('/waiting', function waiting(_req, res, next) {
    const source = new Readable({ read() {} })
    source.push('abc')
    source.once('close', () => console.log('source closed'))
    pipeline(source, res, (err) => err && next(err))
  })

  return app
}

export default program
