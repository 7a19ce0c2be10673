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
import { pathOf, type Variable, WatchedFile, watchedName } from './files.ts'
import type { SourceFunction } from './functions.ts'
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
  variables: readonly Variable[]
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
  /**
   * Told when a place is come by. Says whether to read its variables, or not to be told of it again before
   * {@link Logpoints.wake}.
   *
   * @param stack - Reads V8's stack, the nearest first: the condition, then the function of the place.
   */
  onHit(at: Logpoint, stack: () => readonly CallSite[]): 'read' | 'rest' | undefined
  /** Told what was read right after: of each variable its value or {@link UNREADABLE}. */
  onRead(values: readonly unknown[]): void
  /** Its files, by each of the names that V8 gives them. */
  files: Map<string, WatchedFile>
}

/** What the conditions call: the only thing that the watched process has more than others. */
const HOOK = '__awaitNextLogpoint'

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
  /** By function; those of each as they stand in it. */
  places: readonly (readonly Logpoint[])[]
}

/** A place, and where V8 has it. */
interface SetPoint {
  place: Logpoint
  scriptId: string
  others: Others | undefined
}

/** The places that are set once a function is entered; none once they are. */
interface Others {
  places: Logpoint[]
}

/** Sets logpoints in the watched files of one run after the other, as they are loaded. */
export class Logpoints {
  readonly #session = new Session()
  /** Later runs load the same files anew. */
  readonly #known = new Map<string, Known>()
  /** The places of this run by their numbers. */
  #places: SetPoint[] = []
  /** What is set once everything is loaded. */
  #waiting: (() => void)[] = []
  /** Those that are not set until they are woken; `undefined` once they are. */
  #resting: SetPoint[] | undefined
  /** What V8 calls those that may be told to rest, by their numbers. */
  readonly #breakpoints = new Map<number, string>()
  /** Where the last hit was. */
  #at: Logpoint | undefined
  #watcher: Watcher | undefined
  /** Counts the watchers. */
  #run = 0

  constructor() {
    const stack = () => callSites(hook)
    const read = (...values: unknown[]): void => this.#read(values)
    const hook = (run: number, place: number): typeof read | undefined => {
      // What an earlier run has left behind goes unseen.
      return run === this.#run && this.#hit(place, stack) ? read : undefined
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
    this.#places = []
    this.#waiting = []
    this.#resting = []
    this.#breakpoints.clear()
  }

  /** Sets what had to wait until everything is loaded. */
  loaded(): void {
    for (const set of this.#waiting.splice(0)) set()
  }

  /** Sets those that rest, and lets none rest any more. */
  wake(): void {
    const resting = this.#resting ?? []
    this.#resting = undefined
    this.#breakpoints.clear()
    // A file's own code has run by then, and V8 has dropped it.
    for (const point of resting) if (point.place.fn > 0) this.#add(point)
  }

  #hit(number: number, stack: () => readonly CallSite[]): boolean {
    const { place, scriptId, others } = this.#places[number] as SetPoint
    if (others) this.#set(others.places.splice(0), scriptId)
    this.#at = place
    const wanted = this.#watcher?.onHit(place, stack)
    if (wanted === 'rest') this.#rest(number)
    return wanted === 'read'
  }

  #read(values: readonly unknown[]): void {
    const { variables } = this.#at as Logpoint
    this.#watcher?.onRead(
      values.map((value, at) => {
        return variables[at]?.isReady ? value : readOr(value as () => unknown, UNREADABLE)
      }),
    )
  }

  #rest(number: number): void {
    const breakpointId = this.#breakpoints.get(number)
    if (!breakpointId || !this.#resting) return
    this.#breakpoints.delete(number)
    this.#resting.push(this.#places[number] as SetPoint)
    this.#post('Debugger.removeBreakpoint', { breakpointId })
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
      return { text, file, places }
    })
    watcher.files.set(url, file).set(path, file)
    const set = (from: number) => {
      for (const [fn, own] of places.entries()) {
        if (fn >= from) this.#setFunction(fn, own, scriptId)
      }
    }
    if (watcher.onFile(file, places.flat()) === 'now') set(0)
    // The file's own code has run by then, and V8 has dropped it.
    else this.#waiting.push(() => set(1))
  }

  /** Most functions are never entered: what comes behind their first statement can wait until it is come by. */
  #setFunction(fn: number, places: readonly Logpoint[], scriptId: string): void {
    const end = endOfFirst(fn, places)
    const others = { places: places.filter((one) => offsetOf(one) > end) }
    this.#set(
      places.filter((one) => offsetOf(one) <= end),
      scriptId,
      others,
    )
  }

  #set(places: readonly Logpoint[], scriptId: string, others?: Others): void {
    for (const place of places) {
      // Which call is left is asked for requests only.
      if (place.isReturn && this.#resting) this.#resting.push({ place, scriptId, others })
      else this.#add({ place, scriptId, others })
    }
  }

  #knownOr(name: string, text: string, read: () => Known): Known {
    const known = this.#known.get(name)
    if (known?.text === text) return known
    const found = read()
    this.#known.set(name, found)
    return found
  }

  #placesOf(file: WatchedFile, scriptId: string): Logpoint[][] {
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
    const places = file.functions.map((): Logpoint[] => [])
    for (const { lineNumber, columnNumber, type, offset, fn } of found) {
      if (isSpared(fn)) continue
      const isReturn = type === 'return'
      // Where a function ends the one around it may return as well.
      const around = file.functionAt(offset)
      places[isReturn && around > 0 ? around : fn]?.push({
        file,
        fn,
        line: lineNumber + 1,
        column: columnNumber,
        isReturn,
        isEntry: first.get(fn) === offset && file.functions[fn]?.loopsAtOnce === false,
        get variables() {
          return variablesAt(this, offset)
        },
      })
    }
    return places
  }

  #add(point: SetPoint): void {
    const { place, scriptId } = point
    const number = this.#places.length
    this.#places.push(point)
    const { breakpointId } = this.#post('Debugger.setBreakpoint', {
      location: { scriptId, lineNumber: place.line - 1, columnNumber: place.column },
      condition: conditionOf(place, `${this.#run},${number}`),
    })
    if (this.#resting) this.#breakpoints.set(number, breakpointId)
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

/** Found when it is asked for: most places are never set. */
function variablesAt(place: Logpoint, offset: number): readonly Variable[] {
  const { file, fn, isReturn } = place
  const variables = file.variablesAt(offset, fn).slice(0, READ)
  // V8 has left the blocks by then, and what they declare may be gone.
  const found = isReturn ? variables.map(({ name }) => ({ name, isReady: false })) : variables
  Object.defineProperty(place, 'variables', { value: found })
  return found
}

/** Where the first statement of a function ends. What has no statements has several beginnings, or one place. */
function endOfFirst(fn: number, places: readonly Logpoint[]): number {
  const first = places.find((one) => one.fn === fn)
  if (!first) return Number.POSITIVE_INFINITY
  const { statements } = first.file.functions[fn] as SourceFunction
  return statements.find((end) => end > offsetOf(first)) ?? Number.POSITIVE_INFINITY
}

function offsetOf({ file, line, column }: Logpoint): number {
  return file.offsetOf(line - 1, column)
}

/** V8 compiles it each time, so that it is short. What cannot be read costs the variables only: the hook knows by then. */
function conditionOf({ variables }: Logpoint, number: string): string {
  const read = variables.map(({ name, isReady }) => (isReady ? name : `()=>${name}`))
  return `${HOOK}(${number})?.(${read.join()})`
}

function readOr<Else>(read: () => unknown, otherwise: Else): unknown {
  try {
    return read()
  } catch {
    // Not there yet, or out of the scope's reach.
    return otherwise
  }
}
