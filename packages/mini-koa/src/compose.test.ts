import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describePrograms, type Library, mini, upstream } from '../test/pair.ts'
import { type Composable, compose } from './compose.ts'

/** What a middleware of a random stack does, in order. */
type Deed = 'note' | 'await' | 'next' | 'await next' | 'catch next' | 'throw' | 'return' | 'reject'

interface Recipe {
  isAsync: boolean
  deeds: readonly Deed[]
}

const deed = fc.constantFrom<Deed>(
  'note',
  'await',
  'next',
  'await next',
  'await next',
  'catch next',
  'throw',
  'return',
  'reject',
)
const recipe: fc.Arbitrary<Recipe> = fc.record({
  isAsync: fc.boolean(),
  deeds: fc.array(deed, { maxLength: 4 }),
})

/** Stacks in stacks. */
const { stack } = fc.letrec<{ stack: unknown[]; item: unknown }>((tie) => ({
  stack: fc.array(tie('item'), { maxLength: 5 }),
  item: fc.oneof({ depthSize: 'small' }, { arbitrary: recipe, weight: 4 }, tie('stack')),
}))

describe('compose(stack)', () => {
  it('does what koa-compose does with any stack, in any number of runs at once', async () => {
    await fc.assert(
      fc.asyncProperty(stack, fc.option(recipe, { nil: undefined }), async (recipes, last) => {
        const theirs = await trial(upstream, recipes, last)
        expect(theirs[0]).toBe('begun')
        expect(await trial(mini, recipes, last)).toEqual(theirs)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['an array', 'stack', 'Middleware stack must be an array!'],
    ['functions', [() => {}, 'fn'], 'Middleware must be composed of functions!'],
    ['functions, however deep', [[[() => {}], [1]]], 'Middleware must be composed of functions!'],
    ['something', undefined, 'Middleware stack must be an array!'],
  ])('wants %s', (_, stack, message) => {
    for (const { compose } of [upstream, mini]) {
      expect(() => compose(stack as never)).toThrow(new TypeError(message))
    }
  })

  it('takes the stack as it is now', async () => {
    for (const { compose } of [upstream, mini]) {
      const log: string[] = []
      const stack: Composable<object>[] = [(_, next) => next()]
      const run = compose(stack)
      stack.push(() => log.push('late'))
      await run({})
      expect(log).toEqual([])
    }
  })

  it('hands on the very promise that a middleware returns', () => {
    const promise = Promise.resolve()
    expect(upstream.compose([() => promise])({})).toBe(promise)
    expect(compose([() => promise])({})).toBe(promise)
  })

  it('composes composed stacks', async () => {
    for (const { compose } of [upstream, mini]) {
      const log: number[] = []
      const note = (n: number) => async (_: object, next: () => Promise<unknown>) => {
        log.push(n)
        await next()
        log.push(-n)
      }
      await compose([note(1), compose([note(2), compose([note(3)])]), note(4)])({})
      expect(log).toEqual([1, 2, 3, 4, -4, -3, -2, -1])
    }
  })
})

describePrograms('compose(stack)', [
  [
    'is what an app runs its stack with',
    ({ Koa }) =>
      new Koa()
        .use(async (ctx, next) => {
          await next()
          ctx.body = `(${ctx.body})`
        })
        .use((ctx) => {
          ctx.body = 'in'
        }),
    { status: 200, body: '(in)' },
  ],
])

/** Runs a composed stack twice at once and then again, and notes everything that happens, in order. */
async function trial({ compose }: Library, recipes: unknown[], last?: Recipe): Promise<string[]> {
  const log: string[] = ['begun']
  let count = 0
  const made = (item: unknown): unknown =>
    Array.isArray(item) ? item.map(made) : middleware(item as Recipe, String(count++), log)
  const composed = compose(made(recipes) as Composable<Run>[])
  const run = async (name: string) => {
    const end = composed({ name }, last && middleware(last, 'last', log))
    log.push(`${name} has returned`)
    await settle(end, name, log)
    // What was not awaited may still be under way.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  await Promise.all([run('one'), run('other')])
  await run('again')
  return log
}

/** The context of a run. */
interface Run {
  name: string
}

function settle(promise: Promise<unknown>, who: string, log: string[]): Promise<unknown> {
  return promise.then(
    (value) => log.push(`${who} resolved ${value}`),
    (err) => log.push(`${who} rejected ${err}`),
  )
}

function middleware({ isAsync, deeds }: Recipe, name: string, log: string[]): Composable<Run> {
  const step = (deed: Deed, who: string, next: () => Promise<unknown>): unknown => {
    if (deed === 'note') return log.push(`${who}: note`)
    if (deed === 'await') return Promise.resolve()
    if (deed === 'next') return void settle(next(), `${who}: next`, log)
    if (deed === 'await next') return next()
    if (deed === 'catch next') return settle(next(), `${who}: caught next`, log)
    if (deed === 'throw') throw new Error(`thrown by ${who}`)
    if (deed === 'reject') return Promise.reject(new Error(`rejected by ${who}`))
    return `value of ${who}`
  }
  const asynchronous: Composable<Run> = async (ctx, next) => {
    const who = `${ctx.name}, ${name}`
    log.push(`${who}: enter`)
    for (const deed of deeds) {
      const value = await step(deed, who, next)
      if (deed === 'return') return value
    }
    log.push(`${who}: leave`)
    return undefined
  }
  const synchronous: Composable<Run> = (ctx, next) => {
    const who = `${ctx.name}, ${name}`
    log.push(`${who}: enter`)
    let value: unknown
    for (const deed of deeds) {
      value = step(deed, who, next)
      // A promise that nobody takes over must not end the process.
      if (value instanceof Promise) value.catch(() => {})
    }
    return value
  }
  return isAsync ? asynchronous : synchronous
}
