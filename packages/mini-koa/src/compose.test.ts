import { compareValue, describeValues, record } from '@await-next/oracle/vitest'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type Composable, composePair, type Stack } from '../test/pair.ts'
import type { compose as Compose } from './index.ts'

const wait = () => new Promise((resolve) => setImmediate(resolve))

/** How a promise ends, in words. */
async function ending(run: () => unknown): Promise<string> {
  try {
    return `fulfilled ${String(await run())}`
  } catch (err) {
    return `rejected ${err instanceof Error ? err.message : String(err)}`
  }
}

/** Runs a stack over a list that its middleware write to. */
async function traced(
  compose: typeof Compose,
  stack: Stack<string[]>,
  last?: Composable<string[]>,
) {
  const trace: string[] = []
  trace.push(await ending(() => compose(stack)(trace, last)))
  return trace
}

const mark =
  (name: string): Composable<string[]> =>
  async (trace, next) => {
    trace.push(`>${name}`)
    await wait()
    await next()
    await wait()
    trace.push(`<${name}`)
  }

describeValues('compose(middleware)', composePair, [
  {
    name: 'runs inwards and back outwards',
    compute: (compose) => traced(compose, [mark('a'), mark('b'), mark('c')]),
    expected: ['>a', '>b', '>c', '<c', '<b', '<a', 'fulfilled undefined'],
  },
  {
    name: 'flattens nested stacks',
    compute: (compose) => traced(compose, [mark('a'), [mark('b'), [mark('c')]]]),
    expected: ['>a', '>b', '>c', '<c', '<b', '<a', 'fulfilled undefined'],
  },
  {
    name: 'is fulfilled for an empty stack',
    compute: (compose) => traced(compose, []),
    expected: ['fulfilled undefined'],
  },
  {
    name: 'resolves to what the outermost middleware returns',
    compute: (compose) =>
      traced(compose, [async (_, next) => `outer of ${await next()}`, () => 'inner']),
    expected: ['fulfilled outer of inner'],
  },
  {
    name: 'calls the next that it is given after the last',
    compute: (compose) => traced(compose, [mark('a')], mark('outside')),
    expected: ['>a', '>outside', '<outside', '<a', 'fulfilled undefined'],
  },
  {
    name: 'hands its own next on to the one that it is given',
    compute: (compose) => traced(compose, [(_, next) => next()], (_, next) => next()),
    expected: ['fulfilled undefined'],
  },
  {
    name: 'rejects when next is called again',
    compute: (compose) =>
      traced(compose, [
        async (_, next) => {
          await next()
          await next()
        },
      ]),
    expected: ['rejected next() called multiple times'],
  },
  {
    name: 'rejects, and does not throw, when next is called again',
    compute: (compose) =>
      traced(compose, [
        (trace, next) => {
          next()
          return next().catch((err) => trace.push(`caught ${err.message}`))
        },
      ]),
    expected: ['caught next() called multiple times', 'fulfilled 1'],
  },
  {
    name: 'rejects when an outer next is called after an inner one',
    compute: (compose) =>
      traced(compose, [
        async (_, next) => {
          await next()
          await next()
        },
        mark('b'),
        mark('c'),
      ]),
    expected: ['>b', '>c', '<c', '<b', 'rejected next() called multiple times'],
  },
  {
    name: 'makes a rejection of what is thrown at once',
    compute: (compose) =>
      traced(compose, [
        () => {
          throw new Error('sync')
        },
      ]),
    expected: ['rejected sync'],
  },
  {
    name: 'lets an outer middleware catch what an inner one throws',
    compute: (compose) =>
      traced(compose, [
        async (trace, next) => {
          try {
            await next()
          } catch (err) {
            trace.push(`caught ${(err as Error).message}`)
          }
        },
        async () => {
          await wait()
          throw new Error('late')
        },
      ]),
    expected: ['caught late', 'fulfilled undefined'],
  },
  {
    name: 'can be run many times, each run on its own',
    compute: async (compose) => {
      const run = compose<string[]>([mark('a'), mark('b')])
      const traces: string[][] = [[], [], []]
      await Promise.all(traces.map((trace) => run(trace)))
      return traces
    },
    expected: Array(3).fill(['>a', '>b', '<b', '<a']),
  },
  {
    name: 'passes the context on, whatever it is',
    compute: (compose) => {
      const seen: unknown[] = []
      const context = { is: 'this very object' }
      const see: Composable<object> = (ctx, next) => {
        seen.push(ctx === context)
        return next()
      }
      return compose([see, see])(context).then(() => seen)
    },
    expected: [true, true],
  },
  ...Object.entries({
    'nothing at all': undefined,
    'an object': {},
    'a function': () => {},
    'a list with a string': ['a'],
    'a list with null': [null],
    'a nested list with a number': [[1]],
  }).map(([name, value]) => ({
    name: `refuses ${name}`,
    compute: (compose: typeof Compose) => {
      try {
        compose(value as never)
        return 'nothing'
      } catch (err) {
        return `${(err as Error).name}: ${(err as Error).message}`
      }
    },
    expected: Array.isArray(value)
      ? 'TypeError: Middleware must be composed of functions!'
      : 'TypeError: Middleware stack must be an array!',
  })),
])

/** What one middleware of a random stack does, in order. */
type Step = 'wait' | 'next' | 'await next' | 'catch next' | 'throw'

const steps = fc.array(
  fc.constantFrom<Step>('wait', 'next', 'await next', 'await next', 'catch next', 'throw'),
  { maxLength: 5 },
)

function middlewareOf(name: number, todo: readonly Step[]): Composable<string[]> {
  return async (trace, next) => {
    for (const step of todo) {
      trace.push(`${name} ${step}`)
      // A promise that nobody awaits must not become an unhandled rejection of this test.
      if (step === 'next') next().catch(() => trace.push(`${name} lost`))
      if (step === 'wait') await wait()
      if (step === 'await next') trace.push(`${name} got ${await next()}`)
      if (step === 'catch next')
        await next().catch((err) => trace.push(`${name} caught ${err.message}`))
      if (step === 'throw') throw new Error(`by ${name}`)
    }
    return name
  }
}

describe('compose(random middleware)', () => {
  it('does the same as koa-compose, step by step', async ({ task }) => {
    const property = fc.asyncProperty(fc.array(steps, { maxLength: 6 }), async (stacks) => {
      const stack = stacks.map((todo, name) => middlewareOf(name, todo))
      const { upstream } = composePair.frameworks
      const settled = async (compose: typeof Compose) => {
        const trace = await traced(compose, stack)
        for (let turn = 0; turn < 12; turn += 1) await wait()
        return trace
      }
      const expected = await settled(upstream)
      const result = await compareValue(composePair, settled, expected)
      if (result.kind === 'differs') throw new Error(result.explanation)
    })
    await fc.assert(property, { numRuns: 300 })
    record(task.meta, composePair, { kind: 'agree', explanation: '' })
  }, 30_000)
})
