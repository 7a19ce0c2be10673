/**
 * Logpoints: a breakpoint on every place where V8 can stop, whose condition takes a step down and says no.
 *
 * The condition runs in the frame's own scope, so it sees the locals. Nothing pauses, and the code that is watched is
 * the code as it is.
 *
 * @module
 */
import { type Debugger, Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { WatchedPackage } from '../scenario.ts'
import { pathOf, WatchedFile, watchedName } from './files.ts'
import { type CallSite, callSites } from './stack.ts'

/** A place where V8 can stop. */
export interface Logpoint {
  file: WatchedFile
  fn: number
  /** Counted from one. */
  line: number
  /** Counted from zero. */
  column: number
  /** Whether the function is left here: behind a `return`, or at its end, even one that nothing reaches. */
  isReturn: boolean
  /** Whether a call of the function cannot come by here twice, and comes by here first. */
  isEntry: boolean
  /** The variables it shows. */
  names: readonly string[]
}

/** A place that is come by. */
export interface Hit {
  at: Logpoint
  /** V8's stack, the nearest first: the condition, then the function of the place. */
  sites: readonly CallSite[]
  /** Reads variables of the place, each its value or {@link UNREADABLE}. */
  read(names: readonly string[]): unknown[]
}

/** What a variable that cannot be read, not yet or not from here, shows instead of a value. */
export const UNREADABLE = Symbol('unreadable')

setFlagsFromString('--expose-gc')
/** Out of the sight of what is watched. */
const collectGarbage: () => void = runInNewContext('gc')

/** Who watches: the run that is recorded. */
export interface Watcher {
  packages: readonly WatchedPackage[]
  /** Told of each file with its places, before a line of it runs. Says when they are to be set. */
  onFile(file: WatchedFile, places: readonly Logpoint[]): 'now' | 'once loaded'
  /** Told when a place is come by. Says whether to be told of it again before {@link Logpoints.wake}. */
  onHit(hit: Hit): 'again' | 'rest'
  /** Its files, by each of the names that V8 gives them. */
  files: Map<string, WatchedFile>
}

/** What the conditions call: the only thing that the watched process has more than others. */
const HOOK = '__awaitNextLogpoint'

/** What conditions call the hook with: how to read each variable of their function, by name. */
type Variables = () => Readonly<Record<string, () => unknown>>

/** V8 12, which is Node 22's, ends the process where a condition is looked at while a class's fields are set. */
const SPARES_FIELDS = process.versions.v8.startsWith('12.')

/** The name that a file which is loaded anew is given. */
const NAME = /\n\/\/# sourceURL=.*$/

/** As many variables as one place reads at most. */
const READ = 10

/** A file that is known, and its places. */
interface Known {
  text: string
  file: WatchedFile
  places: readonly Logpoint[]
}

/** A place, and where V8 has it. */
interface SetPoint {
  place: Logpoint
  scriptId: string
}

/** Sets logpoints in the watched files of one run after the other, as they are loaded. */
export class Logpoints {
  readonly #session = new Session()
  /** Later runs load the same files anew. */
  readonly #known = new Map<string, Known>()
  /** The places of each file by their offset. */
  readonly #placesAt = new WeakMap<WatchedFile, ReadonlyMap<number, Logpoint>>()
  /** What is set once everything is loaded. */
  #waiting: (() => void)[] = []
  /** Those that are not set until they are woken; `undefined` once they are. */
  #resting: SetPoint[] | undefined
  /** Those that are set and may be told to rest. */
  readonly #set = new Map<Logpoint, SetPoint & { breakpointId: string }>()
  #watcher: Watcher | undefined
  /** Counts the watchers. */
  #run = 0

  constructor() {
    const hook = (run: number, variables: Variables): false => {
      // What an earlier run has left behind goes unseen.
      if (run === this.#run) this.#hit(callSites(hook), variables)
      return false
    }
    Object.defineProperty(globalThis, HOOK, { value: hook })
    this.#session.connect()
    // Within the event: later V8 may have dropped what it knows of a script's places.
    this.#session.on('Debugger.scriptParsed', ({ params }) => this.#parsed(params))
    this.#post('Debugger.enable')
  }

  /** Sets them for this one from now on. What is loaded already stays as it is. */
  watch(watcher: Watcher): void {
    // Each look at a condition has left a script behind, and V8 gets slower with them.
    collectGarbage()
    this.#watcher = watcher
    this.#run += 1
    this.#waiting = []
    this.#resting = []
    this.#set.clear()
  }

  /** Sets what had to wait until everything is loaded. */
  loaded(): void {
    for (const set of this.#waiting.splice(0)) set()
  }

  /** Sets those that rest, and lets none rest any more. */
  wake(): void {
    const resting = this.#resting ?? []
    this.#resting = undefined
    this.#set.clear()
    // A file's own code has run by then, and V8 has dropped it.
    for (const { place, scriptId } of resting) if (place.fn > 0) this.#add(place, scriptId)
  }

  /** Which place it is, the stack tells. */
  #hit(sites: readonly CallSite[], variables: Variables): void {
    const watcher = this.#watcher as Watcher
    for (const site of sites) {
      const file = watcher.files.get(site.getScriptNameOrSourceURL() ?? '')
      if (!file) continue
      // The end of a file that is loaded anew lies behind its text, and is no place.
      const at = this.#placesAt.get(file)?.get(site.getPosition())
      const read = (names: readonly string[]) => readAll(names, variables())
      if (at && watcher.onHit({ at, sites, read }) === 'rest') this.#rest(at)
      return
    }
  }

  #rest(place: Logpoint): void {
    const found = this.#set.get(place)
    if (!found || !this.#resting) return
    this.#set.delete(place)
    this.#resting.push(found)
    this.#post('Debugger.removeBreakpoint', { breakpointId: found.breakpointId })
  }

  #parsed({ scriptId, url, isModule }: Debugger.ScriptParsedEventDataType): void {
    const watcher = this.#watcher
    const path = pathOf(url)
    const name = path && watcher && watchedName(path, watcher.packages)
    if (!name) return
    const { scriptSource } = this.#post('Debugger.getScriptSource', { scriptId })
    const text = scriptSource.replace(NAME, '')
    const { file, places } = this.#knownOr(name, text, () => {
      const file = new WatchedFile(name, path, text, isModule === true)
      const places = this.#placesOf(file, scriptId)
      this.#placesAt.set(file, new Map(places.map((place) => [offsetOf(place), place])))
      return { text, file, places }
    })
    watcher.files.set(url, file).set(path, file)
    const set = (places: readonly Logpoint[]) => {
      for (const place of places) {
        // Which call is left is asked for requests only.
        if (place.isReturn && this.#resting) this.#resting.push({ place, scriptId })
        else this.#add(place, scriptId)
      }
    }
    if (watcher.onFile(file, places) === 'now') set(places)
    // The file's own code has run by then, and V8 has dropped it.
    else this.#waiting.push(() => set(places.filter(({ fn }) => fn > 0)))
  }

  #knownOr(name: string, text: string, read: () => Known): Known {
    const known = this.#known.get(name)
    if (known?.text === text) return known
    const found = read()
    this.#known.set(name, found)
    return found
  }

  #placesOf(file: WatchedFile, scriptId: string): Logpoint[] {
    const { locations } = this.#post('Debugger.getPossibleBreakpoints', {
      start: { scriptId, lineNumber: 0, columnNumber: 0 },
      restrictToFunction: false,
    })
    const first = new Map<number, number>()
    const found = locations.map(({ lineNumber, columnNumber = 0, type }) => {
      const offset = file.offsetOf(lineNumber, columnNumber)
      // A function's last place stands behind its last character.
      const fn = file.functionAt(type === 'return' ? offset - 1 : offset)
      if (!first.has(fn)) first.set(fn, offset)
      return { lineNumber, columnNumber, type, offset, fn }
    })
    const isSpared = (fn: number) => SPARES_FIELDS && file.functions[fn]?.name.startsWith('new ')
    const safe = found.filter(({ fn }) => !isSpared(fn))
    return safe.map(({ lineNumber, columnNumber, type, offset, fn }) => ({
      file,
      fn,
      line: lineNumber + 1,
      column: columnNumber,
      isReturn: type === 'return',
      isEntry: first.get(fn) === offset && file.functions[fn]?.loopsAtOnce === false,
      names: file.variablesAt(lineNumber + 1, fn).slice(0, READ),
    }))
  }

  #add(place: Logpoint, scriptId: string): void {
    const { file, fn, line, column } = place
    const readers = file.variablesIn(fn).map((name) => `${name}:()=>${name}`)
    const { breakpointId } = this.#post('Debugger.setBreakpoint', {
      location: { scriptId, lineNumber: line - 1, columnNumber: column },
      // The same all over a function: V8 compiles what it looks at often only once.
      condition: `${HOOK}(${this.#run},()=>({${readers.join()}}))`,
    })
    if (this.#resting) this.#set.set(place, { place, scriptId, breakpointId })
  }

  /** The session is in this very process: it answers before `post` returns. */
  #post(method: 'Debugger.enable'): void
  #post(
    method: 'Debugger.getScriptSource',
    params: Debugger.GetScriptSourceParameterType,
  ): Debugger.GetScriptSourceReturnType
  #post(
    method: 'Debugger.getPossibleBreakpoints',
    params: Debugger.GetPossibleBreakpointsParameterType,
  ): Debugger.GetPossibleBreakpointsReturnType
  #post(
    method: 'Debugger.setBreakpoint',
    params: Debugger.SetBreakpointParameterType,
  ): Debugger.SetBreakpointReturnType
  #post(method: 'Debugger.removeBreakpoint', params: Debugger.RemoveBreakpointParameterType): void
  #post(method: string, params: object = {}): unknown {
    let answer: unknown
    this.#session.post(method, params, (err, result) => {
      if (err) throw Object.assign(new Error(`${method}: ${err.message}`), { params })
      answer = result
    })
    return answer
  }
}

function offsetOf({ file, line, column }: Logpoint): number {
  return file.offsetOf(line - 1, column)
}

function readAll(names: readonly string[], readers: ReturnType<Variables>): unknown[] {
  return names.map((name) => {
    try {
      return readers[name]?.()
    } catch {
      // Not there yet, or out of the scope's reach.
      return UNREADABLE
    }
  })
}
