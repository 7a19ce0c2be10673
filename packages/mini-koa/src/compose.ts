/**
 * Running the stack: many middleware made into one.
 *
 * Each middleware gets a `next` that runs everything further in and returns a promise of its end. That one
 * promise is the whole of Koa: code after `await next()` runs on the way back out, and an error thrown
 * anywhere further in arrives at the `await`.
 *
 * Fast because a run costs one closure and each middleware that is entered one more: the stack is flattened
 * and checked once, when it is composed, and a promise that a middleware returns is handed on as it is.
 *
 * @module
 * @upstream koa-compose/index.js
 * @counterpart mini-express/src/router/dispatch.ts
 */

/** Runs everything further in. Awaiting it waits until all of that has settled. */
// biome-ignore lint/suspicious/noExplicitAny: a middleware knows what the one behind it returns, the compiler does not
export type Next = () => Promise<any>

/** One function of a stack. What it returns is awaited. */
export type Composable<Context> = (ctx: Context, next: Next) => unknown

/** A stack that may hold stacks, to any depth. */
export type Stack<Context> = readonly (Composable<Context> | Stack<Context>)[]

/** A stack as one function: a middleware again, whose own `next` is optional. */
export type Composed<Context> = (ctx: Context, next?: Composable<Context>) => Promise<unknown>

/**
 * Makes one middleware of many.
 *
 * @param middleware - In the order in which they are entered; nested arrays are flattened.
 * @returns A function that runs them all. Its promise is rejected with whatever was thrown and not caught.
 * @throws TypeError when the stack is not an array, or holds anything but functions.
 *
 * @example
 * ```ts
 * const log: string[] = []
 * const run = compose([
 *   async (ctx, next) => { await next(); log.push('out') },
 *   async () => { log.push('in') },
 * ])
 * await run({}) // log: in, out
 * ```
 * @upstream koa-compose/index.js#compose
 * @upstream koa-compose/index.js#dispatch
 * @counterpart mini-express/src/router/dispatch.ts#Walk
 */
export function compose<Context>(middleware: Stack<Context>): Composed<Context> {
  if (!Array.isArray(middleware)) throw new TypeError('Middleware stack must be an array!')
  const stack = flatten(middleware as Stack<Context>)

  return function composed(ctx, next) {
    /** How far in this run has come. A `next` that leads no further has been called before. */
    let index = -1
    return dispatch(0)

    /** Enters the middleware at place `i`, with `dispatch(i + 1)` for its `next`. */
    function dispatch(i: number): Promise<unknown> {
      if (i <= index) return Promise.reject(new Error('next() called multiple times'))
      index = i
      const fn = i === stack.length ? next : stack[i]
      if (!fn) return Promise.resolve()
      try {
        return Promise.resolve(fn(ctx, dispatch.bind(null, i + 1)))
      } catch (err) {
        // A middleware need not be async: what one throws at once rejects like anything else.
        return Promise.reject(err)
      }
    }
  }
}

/** @upstream koa-compose/index.js#flatten */
function flatten<Context>(
  middleware: Stack<Context>,
  stack: Composable<Context>[] = [],
): Composable<Context>[] {
  // By hand, since a router composes a stack for each request and `flat()` takes seven times as long.
  middleware.forEach((fn) => {
    if (Array.isArray(fn)) flatten(fn, stack)
    else if (typeof fn === 'function') stack.push(fn)
    else throw new TypeError('Middleware must be composed of functions!')
  })
  return stack
}
