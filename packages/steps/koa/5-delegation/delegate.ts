/**
 * Members of one object that are another's: `ctx.body` *is* `ctx.response.body`.
 *
 * @module
 */

/** What is handed on, by kind. */
interface Delegated {
  methods: readonly string[]
  /** Read and written. */
  accessors: readonly string[]
  /** Read only. */
  getters: readonly string[]
}

/** Whoever delegates: `this.response` is asked for what `this` does not have. */
type Self = Record<string, Record<string, unknown>>

/** Gives `proto` members that hand on to `this[target]`. */
export function delegate(
  proto: object,
  target: string,
  { methods, accessors, getters }: Delegated,
): void {
  const owner = (self: Self) => self[target] as Record<string, unknown>

  for (const name of methods) {
    define(proto, name, {
      value(this: Self, ...args: unknown[]) {
        return Reflect.apply(owner(this)[name] as () => unknown, owner(this), args)
      },
    })
  }
  for (const name of getters) define(proto, name, { get: read(name) })
  for (const name of accessors) {
    define(proto, name, {
      get: read(name),
      set(this: Self, value: unknown) {
        owner(this)[name] = value
      },
    })
  }

  function read(name: string) {
    return function get(this: Self): unknown {
      return owner(this)[name]
    }
  }
}

/** Configurable, so that an app may put something else in its place. */
function define(proto: object, name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(proto, name, { configurable: true, ...descriptor })
}
