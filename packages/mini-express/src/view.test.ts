import { mkdirSync, mkdtempSync, readFile, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { observe } from '@await-next/oracle'
import { type Behaviour, describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixture } from '../test/fixtures.ts'
import { app, pair, tellError } from '../test/pair.ts'
import type { Application, Engine, express, RequestHandler } from './index.ts'

const VIEWS = fixture('views')
const MORE = fixture('more-views')

type Case = Behaviour<typeof express>

/** Puts locals in the place of their names, with a dollar sign before them. */
const fill = (text: string, locals: object): string =>
  text.replace(/\$(\w+)/g, (_, name: string) => String((locals as Record<string, unknown>)[name]))

const engine: Engine = (file, locals, callback) => {
  readFile(file, 'utf8', (err, text) => callback(err, err ? undefined : fill(text, locals)))
}

/** An app with views in `tmpl`. */
function viewing(build: (app: Application, framework: typeof express) => void) {
  return app((app, framework) => {
    app.set('views', VIEWS).engine('tmpl', engine)
    build(app, framework)
    app.use(tellError)
  })
}

const rendering = (...args: [string, object?]): RequestHandler => {
  return (_req, res) => res.render(...args)
}

describeBehaviours('res.render(view, options)', pair, [
  {
    name: 'sends what the engine makes',
    program: viewing((app) => app.get('/', rendering('hello.tmpl', { name: 'Ada' }))),
    requests: [{}, { method: 'HEAD' }],
    expects: [
      {
        status: 200,
        body: 'Hello, Ada!\n',
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
    ],
  },
  {
    name: 'keeps the status and the type that are set',
    program: viewing((app) =>
      app.get('/', (_req, res) => res.status(201).type('txt').render('hello.tmpl', { name: 'x' })),
    ),
    expects: [{ status: 201, headers: { 'content-type': 'text/plain; charset=utf-8' } }],
  },
  {
    name: 'adds the extension of the default engine',
    program: viewing((app) => {
      app.set('view engine', 'tmpl').get('/', rendering('hello', { name: 'Ada' }))
    }),
    expects: [{ body: 'Hello, Ada!\n' }],
  },
  {
    name: 'takes the default engine with a dot',
    program: viewing((app) => {
      app.set('view engine', '.tmpl').get('/', rendering('hello', { name: 'Ada' }))
    }),
    expects: [{ body: 'Hello, Ada!\n' }],
  },
  {
    name: 'prefers an extension that is given',
    program: viewing((app) => {
      app.set('view engine', 'none').get('/', rendering('hello.tmpl', { name: 'Ada' }))
    }),
    expects: [{ body: 'Hello, Ada!\n' }],
  },
  {
    name: 'finds the index of a folder',
    program: viewing((app) => {
      app.set('view engine', 'tmpl').get('/', rendering('folder', { name: 'Ada' }))
    }),
    expects: [{ body: 'index of Ada\n' }],
  },
  {
    name: 'takes an absolute path',
    program: viewing((app) => {
      app.get('/', rendering(path.join(MORE, 'only.tmpl'), { name: 'Ada' }))
    }),
    expects: [{ body: 'only here: Ada\n' }],
  },
  {
    name: 'takes a path out of the views: it is the app that names them',
    program: viewing((app) => app.get('/', rendering('../more-views/only.tmpl', { name: 'Ada' }))),
    expects: [{ body: 'only here: Ada\n' }],
  },
  {
    name: 'looks in several folders, in order',
    program: viewing((app) => {
      app.set('views', [MORE, VIEWS])
      app.get('/hello', rendering('hello.tmpl', { name: 'Ada' }))
      app.get('/locals', rendering('locals.tmpl', {}))
    }),
    requests: [{ target: '/hello' }, { target: '/locals' }],
    expects: [{ body: 'another Ada\n' }, { status: 200 }],
  },
  ...(
    [
      ['one folder', VIEWS, `in views directory "${VIEWS}"`],
      ['a list of one', [VIEWS], `in views directory "${VIEWS}"`],
      ['two', [VIEWS, MORE], `in views directories "${VIEWS}" or "${MORE}"`],
      ['three', ['/a', '/b', '/c'], 'in views directories "/a", "/b" or "/c"'],
      ['none', [], 'in views directory ""'],
    ] as const
  ).map(
    ([name, views, message]): Case => ({
      name: `fails for a view that is not in ${name}`,
      program: viewing((app) => app.set('views', views).get('/', rendering('missing.tmpl'))),
      expects: [
        {
          status: 500,
          body: JSON.stringify({ caught: `Failed to lookup view "missing.tmpl" ${message}` }),
        },
      ],
    }),
  ),
  ...(
    [
      ['a name without extension', 'hello', /No default engine was specified and no extension/],
      ['an engine that is not installed', 'a.nosuchengine', /Cannot find module 'nosuchengine'/],
      ['a module that is no engine', 'a.fs', /Module \\"fs\\" does not provide a view engine\./],
      ['a folder without an index', '../public/bare.tmpl', /Failed to lookup view/],
      ['a null byte', 'hello.tmpl\0.tmpl', /Failed to lookup view/],
      ['an empty name', '', /No default engine/],
      ['a name that is none', 42, /must be of type string/],
      ['nothing', undefined, /must be of type string/],
    ] as const
  ).map(
    ([name, view, body]): Case => ({
      name: `fails for ${name}`,
      program: viewing((app) => {
        app.get('/', rendering(view as string)).use(((err, _req, res, _next) => {
          // What was required from where is told by each in its own way.
          res.status(500).json({ caught: err.message.split('\n')[0] })
        }) as typeof tellError)
      }),
      expects: [{ status: 500, body }],
    }),
  ),
  {
    name: 'fails with the engine',
    program: viewing((app) => {
      app.engine('tmpl', (_file, _locals, callback) => callback(new Error('engine')))
      app.get('/', rendering('hello.tmpl'))
    }),
    expects: [{ status: 500, body: '{"caught":"engine"}' }],
  },
  {
    name: 'fails with an engine that throws',
    program: viewing((app) => {
      app.engine('tmpl', () => {
        throw new Error('thrown')
      })
      app.get('/', rendering('hello.tmpl'))
    }),
    expects: [{ status: 500, body: '{"caught":"thrown"}' }],
  },
  {
    name: 'sends what an engine makes at once',
    program: viewing((app) => {
      app.engine('tmpl', (file, locals, callback) =>
        callback(null, fill(readFileSync(file, 'utf8'), locals)),
      )
      app.get('/', rendering('hello.tmpl', { name: 'Ada' }))
    }),
    expects: [{ body: 'Hello, Ada!\n' }],
  },
  {
    name: 'sends nothing an engine makes of nothing',
    program: viewing((app) => {
      app.engine('tmpl', (_file, _locals, callback) => callback(null))
      app.get('/', rendering('hello.tmpl'))
    }),
    expects: [{ status: 200, body: '' }],
  },
  {
    name: 'cannot help an engine that calls back twice',
    program: viewing((app) => {
      app.engine('tmpl', (_file, _locals, callback) => {
        callback(null, 'once')
        callback(null, 'twice')
      })
      app.get('/', rendering('hello.tmpl'))
    }),
    expects: [{ status: 200, body: 'once', slips: ['Cannot set headers after'] }],
  },
])

describeBehaviours('res.render(view, options, callback)', pair, [
  ...(
    [
      ['(view, callback)', ['hello.tmpl'], 'Hello, undefined!\n'],
      ['(view, options, callback)', ['hello.tmpl', { name: 'Ada' }], 'Hello, Ada!\n'],
      ['(view, null, callback)', ['hello.tmpl', null], 'Hello, undefined!\n'],
    ] as const
  ).map(
    ([name, args, text]): Case => ({
      name: `gives the text, as ${name}`,
      program: viewing((app) =>
        app.get('/', (_req, res) => {
          const callback = (err: unknown, made?: string) => res.json([err ?? null, made])
          Reflect.apply(res.render, res, [...args, callback])
        }),
      ),
      expects: [{ body: JSON.stringify([null, text]) }],
    }),
  ),
  {
    name: 'gives the error, and the view that was not found',
    program: viewing((app) =>
      app.get('/', (_req, res) => {
        res.render('missing.tmpl', (err) => {
          res.json([err.message, err.view.name, err.view.ext, typeof err.view.engine])
        })
      }),
    ),
    expects: [{ status: 200, body: /"missing.tmpl",".tmpl","function"/ }],
  },
  {
    name: 'calls back in a later turn, though the engine is ready at once',
    program: viewing((app) => {
      app.engine('tmpl', (_file, _locals, callback) => callback(null, 'made'))
      app.get('/', (_req, res) => {
        const order: string[] = []
        res.render('hello.tmpl', () => res.json([...order, 'callback']))
        order.push('handler')
      })
    }),
    expects: [{ body: '["handler","callback"]' }],
  },
])

const LOCALS = { first: 'app', second: 'app', third: 'app' }

describeBehaviours('app.locals, res.locals and options', pair, [
  {
    name: 'come from the nearest: options, then the response, then the app',
    program: viewing((app) => {
      Object.assign(app.locals, LOCALS)
      app.get('/', (_req, res) => {
        Object.assign(res.locals, { second: 'response', third: 'response' })
        res.render('locals.tmpl', { third: 'options' })
      })
    }),
    expects: [{ body: 'Locals: app response options\n' }],
  },
  {
    name: 'let options be undefined on purpose',
    program: viewing((app) => {
      Object.assign(app.locals, LOCALS)
      app.get('/', rendering('locals.tmpl', { first: undefined, second: null }))
    }),
    expects: [{ body: 'Locals: undefined null app\n' }],
  },
  {
    name: 'come from the app at work, not from its parent',
    program: viewing((app, framework) => {
      Object.assign(app.locals, LOCALS)
      const child = framework()
      child.locals['first'] = 'child'
      child.set('views', VIEWS).get('/', rendering('locals.tmpl'))
      app.use('/child', child)
    }),
    requests: [{ target: '/child' }],
    expects: [{ body: 'Locals: child undefined undefined\n' }],
  },
  {
    name: 'hand the engine upstream’s names, in order',
    program: viewing((app) => {
      app.engine('tmpl', (_file, locals, callback) => callback(null, Object.keys(locals).join(' ')))
      app.get('/', (_req, res) => {
        res.locals['mine'] = 1
        res.render('hello.tmpl', { name: 'Ada' })
      })
    }),
    expects: [{ body: 'settings mine name _locals cache' }],
  },
  {
    name: 'replace what is passed as _locals',
    program: viewing((app) =>
      app.get('/', rendering('locals.tmpl', { _locals: { first: 'forged' } })),
    ),
    expects: [{ body: 'Locals: undefined undefined undefined\n' }],
  },
])

/** Counts how often a view is made. */
function counting(build: (app: Application) => void) {
  return viewing((app) => {
    const View = app.get('view')
    let made = 0
    app.set('view', function Counted(this: unknown, ...args: unknown[]) {
      made += 1
      return Reflect.construct(View, args)
    })
    build(app)
    app.get('/', (req, res) => {
      const { cache } = req.query
      const options = cache === undefined ? {} : { cache: cache === 'yes' }
      app.render('hello.tmpl', options, () => res.json({ made, cached: Object.keys(app.cache) }))
    })
  })
}

const [PLAIN, YES, NO] = ['/', '/?cache=yes', '/?cache=no'].map((target) => ({ target }))
const TWICE = [PLAIN, PLAIN] as { target: string }[]

describeBehaviours('view cache', pair, [
  {
    name: 'is off but in production',
    program: counting(() => {}),
    requests: TWICE,
    expects: [{ body: '{"made":1,"cached":[]}' }, { body: '{"made":2,"cached":[]}' }],
  },
  {
    name: 'makes a view once',
    program: counting((app) => app.enable('view cache')),
    requests: TWICE,
    expects: [
      { body: '{"made":1,"cached":["hello.tmpl"]}' },
      { body: '{"made":1,"cached":["hello.tmpl"]}' },
    ],
  },
  {
    name: 'is overruled by the option cache',
    program: counting((app) => app.enable('view cache')),
    requests: [NO, NO, YES, YES] as { target: string }[],
    expects: [
      { body: '{"made":1,"cached":[]}' },
      { body: '{"made":2,"cached":[]}' },
      { body: '{"made":3,"cached":["hello.tmpl"]}' },
      { body: '{"made":3,"cached":["hello.tmpl"]}' },
    ],
  },
])

/** What a call of `app.render` gives. */
async function rendered(app: Application, ...args: [string, object?]): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    try {
      const callback = (err: Error | null, text?: string) => resolve([err?.message, text])
      Reflect.apply(app.render, app, [...args, callback])
    } catch (err) {
      reject(err)
    }
  })
}

function thrownBy(act: () => unknown): string {
  try {
    return String(act())
  } catch (err) {
    return String(err).split('\n')[0] as string
  }
}

const withViews = (framework: typeof express): Application =>
  framework().set('views', VIEWS).engine('tmpl', engine)

describeValues('app.render(name, options, callback)', pair, [
  {
    name: 'gives the text',
    compute: (framework) => rendered(withViews(framework), 'hello.tmpl', { name: 'Ada' }),
    expected: [undefined, 'Hello, Ada!\n'],
  },
  {
    name: 'needs no options',
    compute: (framework) => rendered(withViews(framework), 'hello.tmpl'),
    expected: [undefined, 'Hello, undefined!\n'],
  },
  {
    name: 'puts _locals between those of the app and the options',
    compute: (framework) => {
      const app = withViews(framework)
      Object.assign(app.locals, LOCALS)
      const _locals = { second: 'between', third: 'between' }
      return rendered(app, 'locals.tmpl', { _locals, third: 'options' })
    },
    expected: [undefined, 'Locals: app between options\n'],
  },
  {
    name: 'throws at once where there is no engine',
    compute: (framework) => thrownBy(() => withViews(framework).render('hello', () => {})),
    expected: 'Error: No default engine was specified and no extension was provided.',
  },
  {
    name: 'uses a class of views of the app’s own',
    compute: (framework) => {
      class Own {
        readonly path: string
        readonly name: string
        readonly options: object
        constructor(name: string, options: object) {
          this.name = name
          this.path = 'anywhere'
          this.options = options
        }
        render(_options: object, callback: (err: null, text: string) => void) {
          callback(null, `${this.name} ${Object.keys(this.options).sort()}`)
        }
      }
      return rendered(withViews(framework).set('view', Own), 'own')
    },
    expected: [undefined, 'own defaultEngine,engines,root'],
  },
  {
    name: 'gives what a view of the app’s own throws',
    compute: (framework) => {
      class Failing {
        readonly path = 'anywhere'
        render() {
          throw new Error('own failure')
        }
      }
      return rendered(withViews(framework).set('view', Failing), 'own')
    },
    expected: ['own failure', undefined],
  },
])

describeValues('app.engine(ext, fn)', pair, [
  {
    name: 'throws without a function',
    compute: (framework) => thrownBy(() => framework().engine('x', undefined as never)),
    expected: 'Error: callback function required',
  },
  {
    name: 'keeps engines by extension, with the dot',
    compute: (framework) => {
      const app = framework().engine('one', engine).engine('.two', engine)
      return Object.keys(app.engines)
    },
    expected: ['.one', '.two'],
  },
  {
    name: 'has a mounted app find the engines of its parent',
    compute: (framework) => {
      const child = framework().set('views', VIEWS)
      withViews(framework).use('/child', child)
      return rendered(child, 'hello.tmpl', { name: 'Ada' })
    },
    expected: [undefined, 'Hello, Ada!\n'],
  },
])

describeValues('new View(name, options)', pair, [
  {
    name: 'has upstream’s members',
    compute: (framework) => {
      const View = framework().get('view')
      const view = new View('hello', {
        defaultEngine: 'tmpl',
        root: VIEWS,
        engines: { '.tmpl': engine },
      })
      return [{ ...view }, view.lookup('nothing.tmpl'), view.resolve(MORE, 'only.tmpl')]
    },
    expected: [
      {
        defaultEngine: 'tmpl',
        ext: '.tmpl',
        name: 'hello',
        root: VIEWS,
        engine,
        path: path.join(VIEWS, 'hello.tmpl'),
      },
      undefined,
      path.join(MORE, 'only.tmpl'),
    ],
  },
  {
    name: 'is the setting view, next to the folder views',
    compute: (framework) => {
      const app = framework()
      return [app.get('view').name, app.get('views'), app.get('view cache'), app.get('view engine')]
    },
    expected: ['View', path.resolve('views'), undefined, undefined],
  },
])

describe('an engine that only the app has installed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'await-next-views-'))
  const installed = path.join(folder, 'node_modules', 'appengine')
  const cwd = process.cwd()

  beforeAll(() => {
    mkdirSync(installed, { recursive: true })
    const code = 'exports.__express = (path, options, done) => done(null, "by the app’s engine")'
    writeFileSync(path.join(installed, 'index.js'), code)
    writeFileSync(path.join(folder, 'page.appengine'), '')
    process.chdir(folder)
  })
  afterAll(() => {
    process.chdir(cwd)
    rmSync(folder, { recursive: true })
  })

  it('is found from the working directory, where upstream finds none', async () => {
    const render = (framework: typeof express) => {
      return rendered(framework().set('views', folder), 'page.appengine')
    }
    expect(await render(pair.frameworks.mini)).toEqual([undefined, 'by the app’s engine'])
    await expect(render(pair.frameworks.upstream)).rejects.toThrow("Cannot find module 'appengine'")
  })
})

describe('the options of res.render', () => {
  it('are left as they are', async () => {
    const given = async (framework: typeof express) => {
      const options = { name: 'Ada' }
      const app = withViews(framework)
      await observe(app.get('/', (_req, res) => res.render('hello.tmpl', options)))
      return Object.keys(options)
    }
    expect(await given(pair.frameworks.mini)).toEqual(['name'])
    expect(await given(pair.frameworks.upstream)).toEqual(['name', '_locals'])
  })
})
