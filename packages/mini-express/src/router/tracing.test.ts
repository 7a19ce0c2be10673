import { AsyncLocalStorage } from 'node:async_hooks'
import { type TracingChannelSubscribers, tracingChannel } from 'node:diagnostics_channel'
import { observe, type RequestSpec } from '@await-next/oracle'
import { describeValues } from '@await-next/oracle/vitest'
import { describe, expect, it } from 'vitest'
import { pair } from '../../test/pair.ts'
import type { Application, ErrorRequestHandler, express, RequestHandler } from '../index.ts'
import type { TraceContext } from './tracing.ts'

const channel = tracingChannel<string, TraceContext>('express.router.request')

type Program = (app: Application, framework: typeof express) => void
type Subscribers = TracingChannelSubscribers<TraceContext>

/** What is heard while a program answers, an event a line. */
function hearing(program: Program, requests: RequestSpec[] = [{}]) {
  return async (framework: typeof express): Promise<string[]> => {
    const heard: string[] = []
    const hear = (event: string) => (context: unknown) => {
      heard.push(`${event} ${told(context as TraceContext)}`)
    }
    const subscribers = Object.fromEntries(EVENTS.map((event) => [event, hear(event)]))
    await subscribed(subscribers as unknown as Subscribers, async () => {
      for (const request of requests) await observe(serving(framework, program), request)
    })
    return heard
  }
}

const EVENTS = ['start', 'end', 'asyncStart', 'asyncEnd', 'error']

async function subscribed(subscribers: Subscribers, run: () => Promise<void>): Promise<void> {
  channel.subscribe(subscribers)
  try {
    await run()
  } finally {
    channel.unsubscribe(subscribers)
  }
}

/** An app whose last layer, out of what is observed, answers what nobody has. */
function serving(framework: typeof express, program: Program): Application {
  const app = framework()
  app.set('env', 'test')
  program(app, framework)
  return app
}

/** `name route {what else the context holds}`. */
function told({ req, res, layer, handler, route, ...rest }: TraceContext): string {
  const wellFormed = req.res === res && typeof layer.name === 'string'
  const kept = Object.entries(rest).map(([name, value]) => `${name}=${show(value)}`)
  return [
    handler.name || '<anonymous>',
    String(route),
    ...kept,
    ...(wellFormed ? [] : ['?!']),
  ].join(' ')
}

function show(value: unknown): string {
  if (value instanceof Error) return value.message
  return typeof value === 'object' && value ? 'an object' : String(value)
}

const answer: RequestHandler = (_req, res) => {
  res.end('answered')
}
const goOn: RequestHandler = (_req, _res, next) => next()
const passOn: RequestHandler = (_req, _res, next) => next(new Error('passed on'))
const throwIt: RequestHandler = () => {
  throw new Error('thrown')
}
const reject: RequestHandler = async () => {
  throw new Error('rejected')
}
const recover: ErrorRequestHandler = (err, _req, res, _next) => {
  res.end(`${err?.message}`)
}
const forward: ErrorRequestHandler = (err, _req, _res, next) => next(err)
const replace: ErrorRequestHandler = (_err, _req, _res, next) => next(new Error('another'))
const rethrow: ErrorRequestHandler = (err) => {
  throw err
}
// Four parameters are what makes it one for errors.
Object.defineProperty(rethrow, 'length', { value: 4 })

describeValues('express.router.request', pair, [
  {
    name: 'tells the start and the end of each handler, one within the other',
    compute: hearing((app) => app.use(goOn).get('/', answer)),
    expected: [
      'start goOn /',
      'start answer /',
      'end answer / result=undefined',
      'end goOn / result=undefined',
    ],
  },
  {
    name: 'names the path that matched, of several too',
    compute: hearing(
      (app) => app.use(['/a', ['/users']], goOn).get(['/x', '/users/:id'], answer),
      [{ target: '/users/7' }],
    ),
    expected: [
      'start goOn /users',
      'start answer /users/:id',
      'end answer /users/:id result=undefined',
      'end goOn /users result=undefined',
    ],
  },
  {
    name: 'names a RegExp',
    compute: hearing((app) => app.get(/^\/x/, answer), [{ target: '/xyz' }]),
    expected: ['start answer /^\\/x/', 'end answer /^\\/x/ result=undefined'],
  },
  {
    name: 'tells what a handler returned',
    compute: hearing((app) =>
      app.get('/', function returning(_req, res) {
        res.end()
        return 42
      }),
    ),
    expected: ['start returning /', 'end returning / result=42'],
  },
  {
    name: 'tells when a promise is fulfilled, and with what',
    compute: hearing((app) =>
      app.get('/', async function returning(_req, res) {
        await null
        res.end()
        return 42
      }),
    ),
    expected: [
      'start returning /',
      'end returning /',
      'asyncStart returning / result=42',
      'asyncEnd returning / result=42',
    ],
  },
  {
    name: 'traces the handlers of a route, not the layer that leads to them',
    compute: hearing((app) => app.route('/').all(goOn).get(goOn, answer)),
    expected: [
      'start goOn /',
      'start goOn /',
      'start answer /',
      'end answer / result=undefined',
      'end goOn / result=undefined',
      'end goOn / result=undefined',
    ],
  },
  {
    name: 'traces a router and what is in it',
    compute: hearing(
      (app, framework) => {
        const router = framework.Router()
        router.get('/:b', answer)
        app.use('/:a', router)
      },
      [{ target: '/1/2' }],
    ),
    expected: [
      'start router /:a',
      'start answer /:b',
      'end answer /:b result=undefined',
      'end router /:a result=undefined',
    ],
  },
  {
    name: 'traces a mounted app and what is in it',
    compute: hearing(
      (app, framework) => app.use('/a', framework().get('/b', answer)),
      [{ target: '/a/b' }],
    ),
    expected: [
      'start mounted_app /a',
      'start answer /b',
      'end answer /b result=undefined',
      'end mounted_app /a result=undefined',
    ],
  },
  {
    name: 'says nothing of handlers that are passed by',
    compute: hearing((app) =>
      app.use(recover).use('/other', goOn).post('/', goOn).get('/', answer),
    ),
    expected: ['start answer /', 'end answer / result=undefined'],
  },
  {
    name: 'says nothing where nobody answers',
    compute: hearing((app) => app.get('/other', answer)),
    expected: [],
  },
  ...(
    [
      ['passed on', passOn, 'passOn', ' result=undefined'],
      ['thrown', throwIt, 'throwIt', ''],
    ] as const
  ).map(([message, fail, name, result]) => ({
    name: `tells an error that is ${message}, once, at its origin`,
    compute: hearing((app) => app.use(fail).use(forward, recover)),
    expected: [
      `start ${name} /`,
      `error ${name} / error=${message}`,
      `start forward / incomingError=${message} errorHandler=true`,
      `start recover / incomingError=${message} errorHandler=true`,
      `end recover / incomingError=${message} errorHandler=true result=undefined`,
      `end forward / incomingError=${message} errorHandler=true result=undefined`,
      `end ${name} / error=${message}${result}`,
    ],
  })),
  {
    name: 'tells an error that a promise is rejected with, after the end',
    compute: hearing((app) => app.use(reject).use(recover)),
    expected: [
      'start reject /',
      'end reject /',
      'error reject / error=rejected',
      'start recover / incomingError=rejected errorHandler=true',
      'end recover / incomingError=rejected errorHandler=true result=undefined',
      'asyncStart reject / error=rejected',
      'asyncEnd reject / error=rejected',
    ],
  },
  {
    name: 'names a rejection that has no reason',
    compute: hearing((app) => app.use(() => Promise.reject()).use(recover)),
    expected: [
      'start <anonymous> /',
      'end <anonymous> /',
      'error <anonymous> / error=Rejected promise',
      'start recover / incomingError=Rejected promise errorHandler=true',
      'end recover / incomingError=Rejected promise errorHandler=true result=undefined',
      'asyncStart <anonymous> / error=Rejected promise',
      'asyncEnd <anonymous> / error=Rejected promise',
    ],
  },
  {
    name: 'hides an error at the end of a handler whose promise is still pending',
    compute: hearing((app) =>
      app
        .use(async function both(_req, _res, next) {
          next(new Error('early'))
        })
        .use(recover),
    ),
    expected: [
      'start both /',
      'error both / error=early',
      'start recover / incomingError=early errorHandler=true',
      'end recover / incomingError=early errorHandler=true result=undefined',
      'end both /',
      'asyncStart both / error=early result=undefined',
      'asyncEnd both / error=early result=undefined',
    ],
  },
  {
    name: 'tells another error where a handler replaces the first',
    compute: hearing((app) => app.use(passOn).use(replace, recover)),
    expected: [
      'start passOn /',
      'error passOn / error=passed on',
      'start replace / incomingError=passed on errorHandler=true',
      'error replace / incomingError=passed on errorHandler=true error=another',
      'start recover / incomingError=another errorHandler=true',
      'end recover / incomingError=another errorHandler=true result=undefined',
      'end replace / incomingError=passed on errorHandler=true error=another result=undefined',
      'end passOn / error=passed on result=undefined',
    ],
  },
  {
    name: 'does not tell an error again that is thrown again',
    compute: hearing((app) => app.use(passOn).use(rethrow, recover)),
    expected: [
      'start passOn /',
      'error passOn / error=passed on',
      'start rethrow / incomingError=passed on errorHandler=true',
      'start recover / incomingError=passed on errorHandler=true',
      'end recover / incomingError=passed on errorHandler=true result=undefined',
      'end rethrow / incomingError=passed on errorHandler=true error=passed on',
      'end passOn / error=passed on result=undefined',
    ],
  },
  {
    name: 'tells an error again that was dealt with meanwhile',
    compute: hearing((app) => {
      const same = new Error('same')
      const fail: RequestHandler = function fail(_req, _res, next) {
        next(same)
      }
      const deal: ErrorRequestHandler = function deal(_err, _req, _res, next) {
        next()
      }
      app.use(fail).use(deal).use(fail).use(recover)
    }),
    expected: [
      'start fail /',
      'error fail / error=same',
      'start deal / incomingError=same errorHandler=true',
      'start fail /',
      'error fail / error=same',
      'start recover / incomingError=same errorHandler=true',
      'end recover / incomingError=same errorHandler=true result=undefined',
      'end fail / error=same result=undefined',
      'end deal / incomingError=same errorHandler=true result=undefined',
      'end fail / error=same result=undefined',
    ],
  },
  {
    name: 'does not tell an error again outside of the router it comes from',
    compute: hearing((app, framework) => {
      app.use(framework.Router().use(passOn)).use(recover)
    }),
    expected: [
      'start router /',
      'start passOn /',
      'error passOn / error=passed on',
      'end passOn / error=passed on result=undefined',
      'end router / result=undefined',
      'start recover / incomingError=passed on errorHandler=true',
      'end recover / incomingError=passed on errorHandler=true result=undefined',
    ],
  },
  ...['route', 'router'].map((signal) => ({
    name: `does not take next('${signal}') for an error`,
    compute: hearing((app, framework) => {
      const leave: RequestHandler = function leave(_req, _res, next) {
        next(signal)
      }
      app.use(framework.Router().get('/', leave)).get('/', answer)
    }),
    expected: [
      'start router /',
      'start leave /',
      'end leave / result=undefined',
      'end router / result=undefined',
      'start answer /',
      'end answer / result=undefined',
    ],
  })),
  {
    name: 'does not take a signal that is thrown for an error either',
    compute: hearing((app) =>
      app
        .get('/', function leave() {
          throw 'route'
        })
        .get('/', answer),
    ),
    expected: [
      'start leave /',
      'start answer /',
      'end answer / result=undefined',
      'end leave / result=undefined',
    ],
  },
  {
    name: 'notes what is thrown though it is nothing',
    compute: hearing((app) =>
      app
        .use(function nothing() {
          throw undefined
        })
        .use(answer),
    ),
    expected: [
      'start nothing /',
      'start answer /',
      'end answer / result=undefined',
      'end nothing / error=undefined',
    ],
  },
  {
    name: 'does not blame a handler for a path that cannot be decoded',
    compute: hearing((app) => app.get('/:id', answer).use(forward, recover), [{ target: '/%' }]),
    expected: [
      "start forward / incomingError=Failed to decode param '%' errorHandler=true",
      "start recover / incomingError=Failed to decode param '%' errorHandler=true",
      "end recover / incomingError=Failed to decode param '%' errorHandler=true result=undefined",
      "end forward / incomingError=Failed to decode param '%' errorHandler=true result=undefined",
    ],
  },
  {
    name: 'does not blame a router for a path in it that cannot be decoded',
    compute: hearing(
      (app, framework) => app.use(framework.Router().get('/:id', answer)).use(recover),
      [{ target: '/%' }],
    ),
    expected: [
      'start router /',
      "start recover / incomingError=Failed to decode param '%' errorHandler=true",
      "end recover / incomingError=Failed to decode param '%' errorHandler=true result=undefined",
      'end router / result=undefined',
    ],
  },
  {
    name: 'does not take a signal that a promise is rejected with for an error',
    compute: hearing((app) =>
      app
        .get('/', async function leave() {
          throw 'route'
        })
        .get('/', answer),
    ),
    expected: [
      'start leave /',
      'end leave /',
      'start answer /',
      'end answer / result=undefined',
      'asyncStart leave /',
      'asyncEnd leave /',
    ],
  },
  {
    name: 'keeps the last of several errors, though an earlier one is thrown again',
    compute: hearing((app) => {
      const [first, second] = [new Error('first'), new Error('second')]
      app.get('/', function fail(_req, _res, next) {
        next(first)
        next(second)
        throw first
      })
      app.use(((_err, _req, res, _next) => {
        if (!res.writableEnded) res.end()
      }) as ErrorRequestHandler)
    }),
    expected: [
      'start fail /',
      'error fail / error=first',
      'start <anonymous> / incomingError=first errorHandler=true',
      'end <anonymous> / incomingError=first errorHandler=true result=undefined',
      'error fail / error=second',
      'end fail / error=second',
    ],
  },
  {
    name: 'survives promises that are none: settled twice, or failing at once',
    compute: hearing((app) => {
      const twice = {
        // biome-ignore lint/suspicious/noThenProperty: what is tested
        then: (fulfil: (value: number) => void, fail: (err: Error) => void) => {
          fulfil(1)
          fulfil(2)
          fail(new Error('late'))
        },
      }
      const broken = {
        // biome-ignore lint/suspicious/noThenProperty: what is tested
        then: () => {
          throw new Error('then')
        },
      }
      app.use(function double() {
        return twice
      })
      app.use(function fails(_err: unknown, _req: unknown, _res: unknown, _next: unknown) {
        return broken
      } as ErrorRequestHandler)
      app.use(recover)
    }),
    expected: [
      'start double /',
      'end double /',
      'asyncStart double / result=1',
      'asyncEnd double / result=1',
      'error double / result=1 error=late',
      'start fails / incomingError=late errorHandler=true',
      'end fails / incomingError=late errorHandler=true',
      'error fails / incomingError=late errorHandler=true error=then',
      'start recover / incomingError=then errorHandler=true',
      'end recover / incomingError=then errorHandler=true result=undefined',
      'asyncStart fails / incomingError=late errorHandler=true error=then',
      'asyncEnd fails / incomingError=late errorHandler=true error=then',
    ],
  },
])

describeValues('express.router.request of param(name, fn)', pair, [
  {
    name: 'tells of callbacks, once for the same value',
    compute: hearing(
      (app) => {
        app.param('id', function first(_req, _res, next) {
          next()
        })
        app.param('id', async function second(_req, _res, next) {
          next()
        })
        app.use('/:id', goOn).get('/:id', answer)
      },
      [{ target: '/7' }],
    ),
    expected: [
      'start first /:id param=id',
      'start second /:id param=id',
      'start goOn /:id',
      'start answer /:id',
      'end answer /:id result=undefined',
      'end goOn /:id result=undefined',
      'end second /:id param=id',
      'end first /:id param=id result=undefined',
      'asyncStart second /:id param=id result=undefined',
      'asyncEnd second /:id param=id result=undefined',
    ],
  },
  ...(
    [
      ['passed on', passOn],
      ['thrown', throwIt],
    ] as const
  ).map(([message, fail]) => ({
    name: `tells an error that is ${message}`,
    compute: hearing(
      (app) => {
        app.param('id', function load(req, res, next) {
          return fail(req, res, next)
        })
        app.get('/:id', answer).use(recover)
      },
      [{ target: '/7' }],
    ),
    expected: [
      'start load /:id param=id',
      `error load /:id param=id error=${message}`,
      `start recover / incomingError=${message} errorHandler=true`,
      `end recover / incomingError=${message} errorHandler=true result=undefined`,
      `end load /:id param=id error=${message}${message === 'thrown' ? '' : ' result=undefined'}`,
    ],
  })),
  {
    name: 'tells a rejection',
    compute: hearing(
      (app) => {
        app.param('id', async function load() {
          throw new Error('rejected')
        })
        app.get('/:id', answer).use(recover)
      },
      [{ target: '/7' }],
    ),
    expected: [
      'start load /:id param=id',
      'end load /:id param=id',
      'error load /:id param=id error=rejected',
      'start recover / incomingError=rejected errorHandler=true',
      'end recover / incomingError=rejected errorHandler=true result=undefined',
      'asyncStart load /:id param=id error=rejected',
      'asyncEnd load /:id param=id error=rejected',
    ],
  },
])

describeValues('express.router.request, as an observer uses it', pair, [
  {
    name: 'gives the same context from start to end, with upstream’s members in order',
    compute: async (framework) => {
      const seen = new Map<unknown, string>()
      const hear = (context: unknown) => {
        seen.set(context, Object.keys(context as object).join(' '))
      }
      const subscribers = { start: hear, end: hear } as unknown as Subscribers
      await subscribed(subscribers, async () => {
        const program: Program = (app) => {
          app.param('id', (_req, _res, next) => next())
          app.get('/:id', passOn).use(recover)
        }
        await observe(serving(framework, program), { target: '/7' })
      })
      return [...seen.values()]
    },
    expected: [
      'req res layer handler route param result',
      'req res layer handler route error result',
      'req res incomingError layer handler route errorHandler result',
    ],
  },
  {
    name: 'binds stores to the handler, and to the end of its promise',
    compute: async (framework) => {
      const heard: unknown[] = []
      const store = new AsyncLocalStorage<string>()
      channel.start.bindStore(store, (context) => `in ${context.handler.name}`)
      channel.asyncStart.bindStore(store, (context) => `after ${context.handler.name}`)
      const asyncEnd = () => heard.push(store.getStore())
      await subscribed({ asyncEnd } as unknown as Subscribers, async () => {
        const program: Program = (app) =>
          app.get('/', async function handler(_req, res) {
            await null
            heard.push(store.getStore())
            res.end()
          })
        await observe(serving(framework, program))
      })
      channel.start.unbindStore(store)
      channel.asyncStart.unbindStore(store)
      return heard
    },
    expected: ['in handler', 'after handler'],
  },
  {
    name: 'is enough to hear of errors only',
    compute: async (framework) => {
      const heard: unknown[] = []
      const error = (context: { error: unknown }) => heard.push(show(context.error))
      await subscribed({ error } as unknown as Subscribers, async () => {
        await observe(serving(framework, (app) => app.use(throwIt).use(forward, recover)))
      })
      return heard
    },
    expected: ['thrown'],
  },
  {
    name: 'does not blame a handler of the same route for an error from before the observer came',
    compute: async (framework) => {
      const heard: unknown[] = []
      const error = (context: { error: unknown }) => heard.push(show(context.error))
      const subscribers = { error } as unknown as Subscribers
      const observeFromHere = ((err, _req, _res, next) => {
        channel.subscribe(subscribers)
        next(err)
      }) as ErrorRequestHandler
      const program: Program = (app) => {
        app.get('/', passOn, observeFromHere, forward).use(recover)
      }
      await observe(serving(framework, program))
      channel.unsubscribe(subscribers)
      return heard
    },
    expected: [],
  },
  {
    name: 'does not blame a router for an error in it from while nobody listened',
    compute: async (framework) => {
      const heard: unknown[] = []
      const error = (context: { error: unknown }) => heard.push(show(context.error))
      const subscribers = { error } as unknown as Subscribers
      await subscribed(subscribers, async () => {
        const program: Program = (app, framework) => {
          const router = framework.Router()
          router.use((_req, _res, next) => {
            channel.unsubscribe(subscribers)
            next()
          })
          router.use((_req, _res, next) => {
            setImmediate(() => {
              channel.subscribe(subscribers)
              next(new Error('unheard'))
            })
          })
          app.use(router).use(recover)
        }
        await observe(serving(framework, program))
      })
      return heard
    },
    expected: [],
  },
  {
    name: 'does not blame whoever passes on an error from before the observer came',
    compute: async (framework) => {
      const heard: unknown[] = []
      const error = (context: { error: unknown }) => heard.push(show(context.error))
      const subscribers = { error } as unknown as Subscribers
      const program: Program = (app) =>
        app
          .use(passOn)
          .use(((err, _req, _res, next) => {
            channel.subscribe(subscribers)
            next(err)
          }) as ErrorRequestHandler)
          .use(forward, recover)
      await observe(serving(framework, program))
      channel.unsubscribe(subscribers)
      return heard
    },
    expected: [],
  },
])

describe('express.router.request of a thenable that fails at once', () => {
  // biome-ignore lint/suspicious/noThenProperty: what is tested
  const failing = { then: (_: unknown, fail: (err: Error) => void) => fail(new Error('at once')) }
  const hear = hearing(
    (app) => {
      app.param('id', function load() {
        return failing
      })
      app.get('/:id', answer).use(((_err, _req, res, _next) => res.end()) as ErrorRequestHandler)
    },
    [{ target: '/7' }],
  )
  const ofLoad = (heard: string[]) => heard.map((line) => line.split(' ').slice(0, 2).join(' '))

  it('tells of a param callback as of any handler, where upstream has another order', async () => {
    const { upstream, mini } = pair.frameworks
    const theirs = ofLoad(await hear(upstream)).filter((line) => line.includes('load'))
    const ours = ofLoad(await hear(mini)).filter((line) => line.includes('load'))
    const settled = ['asyncStart load', 'asyncEnd load']
    expect(theirs).toEqual(['start load', 'error load', 'end load', ...settled])
    expect(ours).toEqual(['start load', 'end load', 'error load', ...settled])
  })
})
