import type { RequestHandler } from '@await-next/mini-express'
import { observe, serve } from '@await-next/oracle'
import { describe, expect, it } from 'vitest'
import { targetOf } from './build.ts'
import { eventLine, Recorder } from './events.ts'
import { openSite, runTopic } from './run.ts'
import { loadSubject, type SubjectId } from './subjects.ts'
import type { ExpressProgram, KoaProgram, Tools } from './topic.ts'

const tools: Tools = { wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }
const subjects = {
  express: await loadSubject('express'),
  'mini-express': await loadSubject('mini-express'),
  koa: await loadSubject('koa'),
  'mini-koa': await loadSubject('mini-koa'),
}

/** The events of requests to an app built with a watched framework. */
async function eventsOf(subject: SubjectId, program: ExpressProgram | KoaProgram, targets = ['/']) {
  const recorder = new Recorder()
  const loaded = subjects[subject]
  const app =
    loaded.side === 'express'
      ? (program as ExpressProgram)(recorder.express(loaded.framework), tools)
      : (program as KoaProgram)(recorder.koa(loaded.framework), {
          ...tools,
          Router: recorder.koa(loaded.Router),
          koaBody: loaded.koaBody,
        })
  const served = await serve(targetOf(await app))
  recorder.attach(served.server)
  const events: string[][] = []
  for (const target of targets) {
    const { patience } = await served.ask({ target, patience: 200 })
    events.push((await recorder.take(patience)).map(eventLine))
  }
  await served.close()
  return events
}

describe.each(['express', 'mini-express'] as const)('Recorder.express(%s)', (subject) => {
  it('watches handlers wherever they are registered, once each', async () => {
    const program: ExpressProgram = (express) => {
      const app = express()
      const router = express.Router()
      router.use(function inRouter(_req, _res, next) {
        next()
      })
      router.param('id', function loadId(_req, _res, next) {
        next()
      })
      const inList: RequestHandler = (_req, _res, next) => next('route')
      router.get('/:id', [inList])
      app.use('/r', router)
      app.route('/r/7').all(function inRoute(_req, res) {
        res.send('done')
      })
      return app
    }
    expect(await eventsOf(subject, program, ['/r/7'])).toEqual([
      [
        'enter inRouter',
        'next inRouter',
        'enter loadId',
        'next loadId',
        'enter inList',
        'next(route) inList',
        'return inList',
        'return loadId',
        'return inRouter',
        'enter inRoute',
        'respond inRoute',
        'return inRoute',
      ],
    ])
  })

  it('keeps arity, so that error handlers stay error handlers', async () => {
    const program: ExpressProgram = (express) =>
      express()
        .use(function fails() {
          throw new Error('boom')
        })
        .use(function recovers(
          _err: unknown,
          _req: unknown,
          res: { send(text: string): void },
          _next: unknown,
        ) {
          res.send('recovered')
        } as never)
    const [events] = await eventsOf(subject, program)
    expect(events).toContain('throw(Error: boom) fails')
    expect(events).toContain('respond recovers')
  })
})

describe.each(['koa', 'mini-koa'] as const)('Recorder.koa(%s)', (subject) => {
  it('keeps concurrent and following requests apart', async () => {
    const program: KoaProgram = (Koa, { wait }) =>
      new Koa().use(async function answers(ctx) {
        await wait(1)
        ctx.body = ctx.path
      })
    const one = ['enter answers', 'return answers', 'settle answers', 'respond (framework)']
    expect(await eventsOf(subject, program, ['/a', '/b'])).toEqual([one, one])
  })

  it('waits for handlers that outlive their answer', async () => {
    const program: KoaProgram = (Koa, { wait }) =>
      new Koa().use(async function lingers(ctx) {
        ctx.respond = false
        ctx.res.end('early')
        await wait(20)
      })
    const [events] = await eventsOf(subject, program)
    expect(events?.at(-1)).toBe('settle lingers')
  })

  it('leaves a rejection that nobody awaits unhandled', async () => {
    const program: KoaProgram = (Koa) =>
      new Koa()
        .use(async function forgets(ctx, next) {
          ctx.body = 'forgot'
          void next()
        })
        .use(async function fails() {
          throw new Error('lost')
        })
    const recorder = new Recorder()
    const loaded = subjects[subject]
    if (loaded.side !== 'koa') throw new Error('not a Koa')
    const { Router, koaBody } = loaded
    const app = await program(recorder.koa(loaded.framework), { ...tools, Router, koaBody })
    const { slips } = await observe(targetOf(app), {})
    expect(slips.map(({ kind }) => kind)).toEqual(['unhandledRejection'])
  })
})

it('a program is handed its framework and its tools', async () => {
  const handed: unknown[] = []
  const program: KoaProgram = (Koa, given) => {
    handed.push(Koa, typeof given.wait, given.Router)
    return new Koa()
  }
  const koa = subjects.koa
  const site = await openSite({ programs: { koa: async () => program } } as never, koa)
  await site.close()
  expect(handed).toEqual([koa.framework, 'function', koa.side === 'koa' && koa.Router])
})

it('a run whose answer changes when it is watched is no run', async () => {
  const topic = {
    id: 'shy',
    requests: [{ name: { en: 'one', zh: '一' } }],
    koa: { shows: [{ status: 200 }] },
    programs: {
      koa: async (): Promise<KoaProgram> => (Koa) => {
        const fn = async function shy(ctx: { body: unknown }) {
          ctx.body = app.middleware[0] === fn ? 'bare' : 'seen'
        }
        const app = new Koa()
        return app.use(fn as never)
      },
    },
  }
  await expect(runTopic(topic as never, subjects.koa)).rejects.toThrow(
    /watching the handlers changed the answer\nbody: the bare run shows "bare", the watched one shows "seen"/,
  )
})
