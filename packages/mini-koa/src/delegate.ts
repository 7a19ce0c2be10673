/**
 * Members of one object that are another's.
 *
 * @module
 * @upstream koa/lib/context.js
 */

/** Names of members to hand on. */
export interface Delegation {
  methods: readonly string[]
  /** Read and written. */
  access: readonly string[]
  /** Only read. */
  getters: readonly string[]
}

/**
 * Defines members on `proto` that are those of `this[target]`.
 *
 * @example
 * ```ts
 * delegate(Context.prototype, 'response', { methods: ['set'], access: ['body'], getters: ['writable'] })
 * ctx.body = 'x' // ctx.response.body = 'x'
 * ```
 */
export function delegate(proto: object, target: string, names: Delegation): void {
  for (const name of names.methods) define(proto, name, { value: method(target, name) })
  for (const name of names.getters) define(proto, name, { get: getter(target, name) })
  for (const name of names.access) {
    define(proto, name, { get: getter(target, name), set: setter(target, name) })
  }
}

/** An object of which one member has members of its own. */
type Holder = Record<string, Record<string, unknown>>

function method(target: string, name: string) {
  return function delegated(this: Holder, ...args: unknown[]): unknown {
    const owner = this[target]
    return Reflect.apply(owner?.[name] as () => unknown, owner, args)
  }
}

function getter(target: string, name: string) {
  return function delegated(this: Holder): unknown {
    return this[target]?.[name]
  }
}

function setter(target: string, name: string) {
  return function delegated(this: Holder, value: unknown): void {
    const owner = this[target]
    if (owner) owner[name] = value
  }
}

/** Extensions may replace what is delegated. */
function define(proto: object, name: string, descriptor: PropertyDescriptor): void {
  const writable = 'value' in descriptor ? { writable: true } : {}
  Object.defineProperty(proto, name, { ...descriptor, ...writable, configurable: true })
}
