/**
 * Step 1: many middleware become one.
 *
 * `next()` returns the promise of everything further in. Whoever awaits it runs again on the way out.
 *
 * @module
 */

/** Runs everything further in. Awaiting it waits until all of that has settled. */
export type Next = () => Promise<unknown>

/** One function of a stack. What it returns is awaited. */
export type Middleware<Context> = (ctx: Context, next: Next) => unknown

// #region compose
/** Makes one function of a stack. Its promise is that of the outermost middleware. */
export function compose<Context>(stack: readonly Middleware<Context>[]) {
  return function composed(ctx: Context): Promise<unknown> {
    /** How far in this request has come. */
    let index = -1
    return dispatch(0)

    function dispatch(i: number): Promise<unknown> {
      if (i <= index) return Promise.reject(new Error('next() called multiple times'))
      index = i
      const fn = stack[i]
      if (!fn) return Promise.resolve()
      try {
        return Promise.resolve(fn(ctx, () => dispatch(i + 1)))
      } catch (err) {
        return Promise.reject(err)
      }
    }
  }
}
// #endregion compose
