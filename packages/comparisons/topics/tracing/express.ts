import { tracingChannel } from 'node:diagnostics_channel'
import type { NextFunction, Request, Response } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

/** What the router tells of a handler that it calls. */
interface Traced {
  handler: { name: string }
  param?: string
  error?: Error
}

const program: ExpressProgram = (express, { wait }) => {
  const lines: string[] = []
  const watcher = Object.fromEntries(
    ['start', 'end', 'asyncStart', 'asyncEnd', 'error'].map((event) => [
      event,
      ({ handler, error }: Traced) => {
        if (handler.name !== 'trace')
          lines.push([event, handler.name, error?.message].filter(Boolean).join(' '))
      },
    ]),
  )
  const calls = tracingChannel<string, Traced>('express.router.request')
  calls.subscribe(watcher as never)

  const app = express()

  app.param('id', async function load(_req, _res, next, id) {
    await wait(1)
    if (id === '0') throw new Error('nobody')
    next()
  })

  app.get('/users/:id', async function user(req, res) {
    await wait(1)
    res.send(`user ${req.params.id}`)
  })

  app.get('/throws', function throws() {
    throw new Error('at once')
  })

  app.get('/rejects', async function rejects() {
    await wait(1)
    throw new Error('later')
  })

  app.get('/passes-on', async function passesOn(_req, _res, next) {
    next(new Error('early'))
  })

  app.get('/skips', function skips(_req, _res, next) {
    next('route')
  })

  app.get('/trace', function trace(_req, res) {
    res.json(lines.splice(0))
  })

  app.use(function onError(err: Error, _req: Request, res: Response, _next: NextFunction) {
    res.status(500).send(err.message)
  })

  return { app, close: () => calls.unsubscribe(watcher as never) }
}

export default program
