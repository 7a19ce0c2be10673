/**
 * Hooks into a router's life. There is one: nothing was found.
 *
 * @module
 * @upstream koajs/router/src/utils/router-events.ts
 */
import { type Composable, compose, type Next } from '../compose.ts'

/** The names of the events. */
export const RouterEvents = {
  /** No route fits path and method. */
  NotFound: 'not-found',
} as const

/** The name of an event. */
export type RouterEvent = (typeof RouterEvents)[keyof typeof RouterEvents]

/** An event by name, or picked from {@link RouterEvents}: `(events) => events.NotFound`. */
export type RouterEventSelector = RouterEvent | ((events: typeof RouterEvents) => RouterEvent)

/**
 * The handlers of each event, run as a stack in the place of what would come next.
 *
 * @upstream koajs/router/src/utils/router-events.ts#RouterEventEmitter
 */
export class RouterEventEmitter<Context> {
  readonly #handlers = new Map<RouterEvent, Composable<Context>[]>()

  /** Adds a handler. */
  register(selector: RouterEventSelector, handler: Composable<Context>): void {
    const event = typeof selector === 'function' ? selector(RouterEvents) : selector
    this.#handlers.set(event, [...(this.#handlers.get(event) ?? []), handler])
  }

  /** Runs the handlers of an event; without any, goes on with `next`. */
  emit(event: RouterEvent, ctx: Context, next: Next): Promise<unknown> {
    const handlers = this.#handlers.get(event)
    return handlers ? compose(handlers)(ctx, next) : next()
  }
}
