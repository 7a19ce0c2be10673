/**
 * What happened inside, seen from outside: handlers and their `next` are wrapped as they are registered.
 *
 * The frameworks know nothing of it, upstream or mini. A program gets a framework whose registering
 * methods (`use`, `get`, `param` …) wrap each handler before they hand it on; everything else is the
 * framework's own. The run that is judged is done without this, and both runs must show the same answers.
 *
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { METHODS, type Server, type ServerResponse } from 'node:http'

/**
 * `enter`: the handler is called. `next`: it calls its `next`. `return`: the call returns, for an async
 * handler at its first `await`. `settle`: the promise it returned is fulfilled. `throw`: it threw, or its
 * promise was rejected. `respond`: the response is ended.
 */
export type EventKind = 'enter' | 'next' | 'return' | 'settle' | 'throw' | 'respond'

/** One thing that one named handler did. */
export interface Event {
  kind: EventKind
  /** The function's own name, or {@link FRAMEWORK} where no handler of the program was at work. */
  handler: string
  /** How many `next` calls lie between the request and this handler. */
  depth: number
  /** The error of a `throw`, or what was handed to `next`. */
  detail?: string
}

/** Stands for the code between the handlers. */
export const FRAMEWORK = '(framework)'

/** An event in one line: `enter outer`, `throw(Error: late) handler`. */
export function eventLine({ kind, handler, detail }: Event): string {
  return detail === undefined ? `${kind} ${handler}` : `${kind}(${detail}) ${handler}`
}

/** A handler of either side, or a parameter callback. */
type Handler = (this: unknown, ...args: unknown[]) => unknown

/** Who is at work, for which request. */
interface Frame {
  tell: (event: Event) => void
  handler: string
  depth: number
}

/** Records the events of all requests to one app, each request apart from the others. */
export class Recorder {
  readonly #frames = new AsyncLocalStorage<Frame>()
  readonly #watched = new WeakSet<object>()
  readonly #unsettled = new Set<Promise<unknown>>()
  readonly #onEvent: (event: Event) => void
  #requests: Event[][] = []

  /** @param onEvent - Told of each event as it happens. */
  constructor(onEvent: (event: Event) => void = () => {}) {
    this.#onEvent = onEvent
  }

  /**
   * The events of the requests that came since the last call, once every handler's promise has settled.
   *
   * @param patience - How long a handler that stays unsettled is waited for, in milliseconds.
   */
  async take(patience: number): Promise<Event[]> {
    const deadline = AbortSignal.timeout(patience)
    const expired = new Promise((resolve) => deadline.addEventListener('abort', resolve))
    while (this.#unsettled.size > 0 && !deadline.aborted) {
      await Promise.race([Promise.allSettled(this.#unsettled), expired])
    }
    const events = this.#requests.flat()
    this.#requests = []
    return events
  }

  /** Opens a new list of events for every request that `server` gets, and notes when it is answered. */
  attach(server: Server): void {
    const emit = server.emit
    server.emit = (name: string, ...args: unknown[]) => {
      if (name !== 'request') return Reflect.apply(emit, server, [name, ...args])
      const events: Event[] = []
      this.#requests.push(events)
      const tell = (event: Event) => {
        events.push(event)
        this.#onEvent(event)
      }
      return this.#frames.run({ tell, handler: FRAMEWORK, depth: 0 }, () => {
        this.#watchEnd(args[1] as ServerResponse)
        return Reflect.apply(emit, server, [name, ...args])
      })
    }
  }

  /** Express's factory, its apps and its routers, with every handler wrapped on registration. */
  express<Factory extends object>(factory: Factory): Factory {
    const make = (target: object, args: unknown[]) => this.#watchExpress(call(target, args))
    const watchedRouter = (Router: object) =>
      new Proxy(Router, {
        apply: (target, _self, args) => make(target, args),
        construct: (target, args) => make(target, args),
      })
    return new Proxy(factory, {
      apply: (target, _self, args) => make(target, args),
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key)
        return key === 'Router' ? watchedRouter(value as object) : value
      },
    })
  }

  /** Koa's class or a router's, with every handler wrapped on registration. */
  koa<Class extends object>(Class: Class): Class {
    return new Proxy(Class, {
      construct: (target, args, newTarget) => {
        const made = Reflect.construct(target as never, args, newTarget)
        this.#watchMethods(made, REGISTERING, 1)
        this.#watchMethods(made, ['param'], 2)
        this.#leaveAlone(made, 'allowedMethods')
        return made
      },
    })
  }

  #watchExpress(made: object): object {
    this.#watchMethods(made, REGISTERING, 'express')
    this.#watchMethods(made, ['param'], 2)
    const route = (made as { route: Handler }).route
    Object.assign(made, {
      route: (path: unknown) => {
        const created = route.call(made, path) as object
        this.#watchMethods(created, REGISTERING, 'express')
        return created
      },
    })
    return made
  }

  #watchMethods(target: object, names: readonly string[], nextAt: NextAt): void {
    for (const name of names) {
      const original: unknown = Reflect.get(target, name)
      if (typeof original !== 'function') continue
      const registering = (...args: unknown[]) =>
        Reflect.apply(
          original,
          target,
          args.map((arg) => this.#watchDeep(arg, nextAt)),
        )
      Object.defineProperty(target, name, {
        value: registering,
        configurable: true,
        writable: true,
      })
    }
  }

  /** What a router makes itself is part of the framework, as are its routes. */
  #leaveAlone(target: object, name: string): void {
    const original: unknown = Reflect.get(target, name)
    if (typeof original !== 'function') return
    const making = (...args: unknown[]) => {
      const made: object = Reflect.apply(original, target, args)
      this.#watched.add(made)
      return made
    }
    Object.defineProperty(target, name, { value: making, configurable: true, writable: true })
  }

  #watchDeep(arg: unknown, nextAt: NextAt): unknown {
    if (Array.isArray(arg)) return arg.map((one) => this.#watchDeep(one, nextAt))
    if (typeof arg !== 'function' || holdsHandlers(arg) || this.#watched.has(arg)) return arg
    return this.#watch(arg as Handler, nextAt)
  }

  /** The same handler, name, arity and properties; what it does is noted. */
  #watch(fn: Handler, nextAt: NextAt): Handler {
    const recorder = this
    const position = nextAt === 'express' ? (fn.length === 4 ? 3 : 2) : nextAt
    function watched(this: unknown, ...args: unknown[]): unknown {
      return recorder.#call(fn, this, args, position)
    }
    Object.defineProperties(watched, Object.getOwnPropertyDescriptors(fn))
    this.#watched.add(watched)
    return watched
  }

  #call(fn: Handler, self: unknown, args: unknown[], nextAt: number): unknown {
    const outside = this.#frames.getStore()
    if (!outside) return fn.apply(self, args)

    const frame = { ...outside, handler: fn.name || '(anonymous)' }
    note(frame, 'enter')
    return this.#frames.run(frame, () => {
      const returned = attempt(frame, () => fn.apply(self, this.#withNext(frame, args, nextAt)))
      note(frame, 'return')
      return returned instanceof Promise ? this.#noteSettled(frame, returned) : returned
    })
  }

  /** A derived promise, not a second listener: a rejection must stay as unhandled as the handler left it. */
  #noteSettled(frame: Frame, promise: Promise<unknown>): Promise<unknown> {
    this.#unsettled.add(promise)
    return promise.then(
      (value) => {
        this.#unsettled.delete(promise)
        note(frame, 'settle')
        return value
      },
      (err: unknown) => {
        this.#unsettled.delete(promise)
        note(frame, 'throw', describe(err))
        throw err
      },
    )
  }

  #withNext(frame: Frame, args: unknown[], nextAt: number): unknown[] {
    const next = args[nextAt]
    if (typeof next !== 'function') return args
    const further = { ...frame, handler: FRAMEWORK, depth: frame.depth + 1 }
    const watchedNext = (...given: unknown[]) => {
      note(frame, 'next', given[0] === undefined ? undefined : describe(given[0]))
      return this.#frames.run(further, () => Reflect.apply(next, undefined, given))
    }
    Object.defineProperty(watchedNext, 'name', { value: next.name })
    return args.with(nextAt, watchedNext)
  }

  #watchEnd(res: ServerResponse): void {
    const frames = this.#frames
    const { end } = res
    res.end = function watchedEnd(this: ServerResponse, ...args: unknown[]) {
      const frame = frames.getStore()
      if (frame && !res.writableEnded) note(frame, 'respond')
      return Reflect.apply(end, this, args)
    } as typeof end
  }
}

/** Where a handler's `next` stands among its arguments; Express decides by arity. */
type NextAt = number | 'express'

const REGISTERING = ['use', 'all', 'del', ...METHODS.map((method) => method.toLowerCase())]

/** Apps and routers are functions too, or carry one: what they hold is watched where it was registered. */
function holdsHandlers(fn: object): boolean {
  return 'stack' in fn || ('handle' in fn && 'set' in fn) || 'router' in fn
}

function call(target: object, args: unknown[]): object {
  return Reflect.apply(target as never, undefined, args)
}

function attempt(frame: Frame, run: () => unknown): unknown {
  try {
    return run()
  } catch (err) {
    note(frame, 'throw', describe(err))
    throw err
  }
}

function note({ tell, handler, depth }: Frame, kind: EventKind, detail?: string): void {
  tell(detail === undefined ? { kind, handler, depth } : { kind, handler, depth, detail })
}

function describe(value: unknown): string {
  return value instanceof Error ? `${value.name}: ${value.message}` : String(value)
}
