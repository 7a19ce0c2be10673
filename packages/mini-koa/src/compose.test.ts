import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, type Library, mini, upstream } from '../test/compare.ts'
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
  it('does what koa-compose does with any stack', async () => {
    await fc.assert(
      fc.asyncProperty(stack, fc.option(recipe, { nil: undefined }), async (recipes, last) => {
        const theirs = await trial(upstream, recipes, last)
        const ours = await trial(mini, recipes, last)
        expect(theirs.log[0]).toBe('called')
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 1500 },
    )
  })

  it('takes the turns that koa-compose takes, request against request', async () => {
    await fc.assert(
      fc.asyncProperty(stack, stack, async (one, other) => {
        const race = async (library: Library) => {
          const log: string[] = []
          await Promise.all([
            trial(library, one, undefined, log),
            trial(library, other, undefined, log),
          ])
          return log
        }
        expect(await race(mini)).toEqual(await race(upstream))
      }),
      { numRuns: 500 },
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

  it('is what an app runs its stack with', () =>
    compare(
      ({ Koa }) =>
        new Koa()
          .use(async (ctx, next) => {
            await next()
            ctx.body = `(${ctx.body})`
          })
          .use((ctx) => {
            ctx.body = 'in'
          }),
      [{}],
      { status: 200, body: '(in)' },
    ))
})

/** Runs a stack and notes everything that happens, in order. */
async function trial(library: Library, recipes: unknown[], last?: Recipe, log: string[] = []) {
  const ctx = {}
  let count = 0
  const made = (item: unknown): unknown =>
    Array.isArray(item) ? item.map(made) : middleware(item as Recipe, String(count++), ctx, log)
  const run = library.compose(made(recipes) as Composable<object>[])
  log.push('called')
  const end = run(ctx, last && middleware(last, 'last', ctx, log))
  log.push('returned')
  const outcome = await end.then(
    (value) => `resolved ${value}`,
    (err) => `rejected ${err}`,
  )
  log.push(outcome)
  // What was not awaited may still be under way.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  return { log }
}

function middleware(
  { isAsync, deeds }: Recipe,
  name: string,
  expected: object,
  log: string[],
): Composable<object> {
  const settle = (promise: Promise<unknown>) =>
    promise.then(
      (value) => log.push(`${name}: next resolved ${value}`),
      (err) => log.push(`${name}: next rejected ${err}`),
    )
  const steps: Record<Deed, (next: () => Promise<unknown>) => unknown> = {
    note: () => log.push(`${name}: note`),
    await: () => Promise.resolve(),
    next: (next) => void settle(next()),
    'await next': (next) => next(),
    'catch next': (next) => settle(next()),
    throw: () => {
      throw new Error(`thrown by ${name}`)
    },
    return: () => `value of ${name}`,
    reject: () => Promise.reject(new Error(`rejected by ${name}`)),
  }
  if (isAsync) {
    return async (ctx, next) => {
      log.push(`${name}: enter ${ctx === expected}`)
      for (const deed of deeds) {
        const value = await steps[deed](next)
        if (deed === 'return') return value
      }
      log.push(`${name}: leave`)
      return undefined
    }
  }
  return (ctx, next) => {
    log.push(`${name}: enter ${ctx === expected}`)
    let value: unknown
    for (const deed of deeds) {
      value = steps[deed](next)
      // A promise that nobody takes over must not end the process.
      if (value instanceof Promise) value.catch(() => {})
    }
    return value
  }
}
