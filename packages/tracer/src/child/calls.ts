/**
 * Which call of which function a step belongs to, across `await`.
 *
 * V8 says which functions are on the stack, and not which calls of them: that is followed here. While code runs,
 * the calls on the stack are known by where they stand in it. Once it waits, an `AsyncLocalStorage` carries the call that was
 * at work to whatever goes on for it: the rest of an async function, a timer, a listener.
 *
 * @module
 */
import type { AsyncLocalStorage } from 'node:async_hooks'
import type { WatchedFile } from './files.ts'
import type { SourceFunction } from './functions.ts'
import type { Logpoint } from './logpoints.ts'
import type { CallSite } from './stack.ts'

/** One call of one function. */
export interface Call {
  id: number
  file: WatchedFile
  fn: number
  parent: Call | null
  request: number
  /** What is carried on from this call. */
  context: Context
}

/** What is carried across the waiting: the request, and who was at work for it. */
export interface Context {
  request: number
  call: Call | null
}

/** A watched function on V8's stack. */
interface OnStack {
  file: WatchedFile
  fn: number
  /** How many frames of any kind lie below it. */
  height: number
}

/** A call that is on the stack. */
interface Active extends OnStack {
  call: Call
  /** Whether a step of its own was taken: a class's fields come before its constructor's first line. */
  isEntered: boolean
}

/** Follows the calls of one process. */
export class Calls {
  readonly #storage: AsyncLocalStorage<Context>
  readonly #files: ReadonlyMap<string, WatchedFile>
  readonly #onNew: (call: Call) => void
  #active: Active[] = []
  #entered: Context | undefined
  #count = 0

  /**
   * @param files - The watched files by what V8 calls them.
   * @param onNew - Told of each call when its first step is taken.
   */
  constructor(
    storage: AsyncLocalStorage<Context>,
    files: ReadonlyMap<string, WatchedFile>,
    onNew: (call: Call) => void,
  ) {
    this.#storage = storage
    this.#files = files
    this.#onNew = onNew
  }

  /**
   * The call that is at work.
   *
   * @param place - Where it is.
   * @param context - What is carried here.
   * @param sites - Reads V8's stack, the nearest first.
   */
  at(place: Logpoint, context: Context, sites: () => readonly CallSite[]): Call {
    const known = this.#goingOn(place, context)
    if (known) return known
    const { isEntry } = place
    const stack = this.#watchedStack(sites())
    this.#dropLeft(stack)
    if (this.#active.length === stack.length && !this.#goesOn(isEntry, context)) this.#active.pop()
    for (const found of stack.slice(this.#active.length)) {
      this.#push(found, found === stack.at(-1) && isEntry, context)
    }
    const top = this.#active.at(-1) as Active
    top.isEntered = true
    if (context !== top.call.context) this.#enter(top.call.context)
    return top.call
  }

  /**
   * The call of the last step, if it must be the one: its function was not entered again, and no other call of it can have
   * come back. V8's stack need not be read then.
   */
  #goingOn({ file, fn, isEntry }: Logpoint, context: Context): Call | undefined {
    const top = this.#active.at(-1)
    if (isEntry || !top?.isEntered || top.fn !== fn || top.file !== file) return undefined
    const { call } = top
    const { resumable, loopsAtOnce } = file.functions[fn] as SourceFunction
    if (loopsAtOnce || context !== call.context) return undefined
    return resumable || !this.#isRecursive(top) ? call : undefined
  }

  #isRecursive(top: Active): boolean {
    return this.#active.some((one) => one !== top && one.fn === top.fn && one.file === top.file)
  }

  /** The call is about to return: whatever is begun now is begun by its caller. */
  leave(call: Call): void {
    this.#active.pop()
    this.#enter(call.parent?.context ?? { request: call.request, call: null })
  }

  #dropLeft(stack: readonly OnStack[]): void {
    const left = this.#active.findIndex(({ file, fn, height }, at) => {
      const found = stack[at]
      return found?.file !== file || found.fn !== fn || found.height !== height
    })
    if (left >= 0) this.#active.length = left
  }

  /** Whether the topmost call on the stack is the one that was there at the last step. */
  #goesOn(isEntry: boolean, context: Context): boolean {
    const { call, isEntered } = this.#active.at(-1) as Active
    if (isEntry) return !isEntered
    const sameContext = context === this.#entered || context.call === call
    // Below another call it cannot have been swapped for one that had waited.
    return sameContext || this.#active.length > 1
  }

  #push(found: OnStack, isEntry: boolean, context: Context): void {
    const below = this.#active.at(-1)?.call
    const isNew = below !== undefined || isEntry
    const waiting = isNew ? undefined : waitingCall(found, context)
    const call = waiting ?? this.#create(found, below ?? context.call, context)
    this.#active.push({ ...found, call, isEntered: false })
  }

  #create({ file, fn }: OnStack, parent: Call | null, { request }: Context): Call {
    const call = { id: this.#count, file, fn, parent, request } as Call
    call.context = { request, call }
    this.#count += 1
    this.#onNew(call)
    return call
  }

  #enter(context: Context): void {
    this.#entered = context
    this.#storage.enterWith(context)
  }

  #watchedStack(sites: readonly CallSite[]): OnStack[] {
    const found: OnStack[] = []
    for (let height = 0; height < sites.length; height += 1) {
      const site = sites[sites.length - 1 - height] as CallSite
      const file = this.#files.get(site.getScriptNameOrSourceURL() ?? '')
      if (!file) continue
      const known = this.#active[found.length]
      const fn = functionOf(file, site.getPosition(), known?.height === height ? known : undefined)
      found.push({ file, fn, height })
    }
    return found
  }
}

/**
 * The function that is at a position. A function returns behind its last character, where the one around it may be
 * just as well: it is that one when it is known to be there.
 */
function functionOf(file: WatchedFile, position: number, known: OnStack | undefined): number {
  const around = file.functionAt(position)
  return known?.file === file && known.fn === around ? around : file.functionAt(position - 1)
}

/** Of the calls that led here, the nearest one of this function, if it is one that can wait. */
function waitingCall({ file, fn }: OnStack, context: Context): Call | undefined {
  if (!file.functions[fn]?.resumable) return undefined
  for (let call = context.call; call; call = call.parent) {
    if (call.file === file && call.fn === fn) return call
  }
  return undefined
}
