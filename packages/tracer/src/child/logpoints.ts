/**
 * Logpoints: a breakpoint on every place where V8 can stop, whose condition takes a step down and says no.
 *
 * The condition runs in the frame's own scope, so it sees the locals. Nothing pauses, and the code that is watched is
 * the code as it is.
 *
 * @module
 */
import { type Debugger, Session } from 'node:inspector'
import type { WatchedPackage } from '../scenario.ts'
import { pathOf, WatchedFile, watchedName } from './files.ts'

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

/** What a variable that cannot be read, not yet or not from here, shows instead of a value. */
export const UNREADABLE = Symbol('unreadable')

/** Told of each place when it is come by; `read` reads the variables. */
export type OnHit = (at: Logpoint, read: () => unknown[]) => void

/** Told of each file with its places, before a line of it runs. */
export type OnFile = (file: WatchedFile, places: readonly Logpoint[]) => void

/** What the conditions call: the only thing that the watched process has more than others. */
const HOOK = '__awaitNextLogpoint'

/** V8 12, which is Node 22's, ends the process where a condition is looked at while a class's fields are set. */
const SPARES_FIELDS = process.versions.v8.startsWith('12.')

/** As many variables as one place reads at most. */
const READ = 10

/** Sets logpoints in every watched file that is loaded from now on. */
export class Logpoints {
  /** The watched files, by each of the names that V8 gives them. */
  readonly files = new Map<string, WatchedFile>()
  readonly #session = new Session()
  readonly #packages: readonly WatchedPackage[]
  readonly #places: Logpoint[] = []
  readonly #onFile: OnFile

  constructor(packages: readonly WatchedPackage[], onFile: OnFile, onHit: OnHit) {
    this.#packages = packages
    this.#onFile = onFile
    Object.defineProperty(globalThis, HOOK, {
      value: Object.assign(
        (id: number, read: () => unknown[]) => {
          onHit(this.#places[id] as Logpoint, read)
          return false
        },
        { unreadable: UNREADABLE },
      ),
    })
  }

  /** Begins. What is loaded already stays unwatched. */
  start(): void {
    this.#session.connect()
    // Within the event: later V8 may have dropped what it knows of a script's places.
    this.#session.on('Debugger.scriptParsed', ({ params }) => this.#watch(params))
    this.#post('Debugger.enable')
  }

  #watch({ scriptId, url, isModule }: Debugger.ScriptParsedEventDataType): void {
    const path = pathOf(url)
    const name = path && watchedName(path, this.#packages)
    if (!path || !name) return
    const { scriptSource } = this.#post('Debugger.getScriptSource', { scriptId })
    const file = new WatchedFile(name, path, scriptSource, isModule === true)
    this.files.set(url, file).set(path, file)
    const places = this.#placesOf(file, scriptId)
    this.#onFile(file, places)
    for (const place of places) this.#set(place, scriptId)
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

  #set(place: Logpoint, scriptId: string): void {
    const id = this.#places.push(place) - 1
    this.#post('Debugger.setBreakpoint', {
      location: { scriptId, lineNumber: place.line - 1, columnNumber: place.column },
      condition: `${HOOK}(${id},()=>[${place.names.map(reading).join(',')}])`,
    })
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
  #post(method: 'Debugger.setBreakpoint', params: Debugger.SetBreakpointParameterType): void
  #post(method: string, params: object = {}): unknown {
    let answer: unknown
    this.#session.post(method, params, (err, result) => {
      if (err) throw Object.assign(new Error(`${method}: ${err.message}`), { params })
      answer = result
    })
    return answer
  }
}

/** A variable that is not there yet throws, and one that the scope does not reach does too. */
function reading(name: string): string {
  return `(()=>{try{return ${name}}catch{return ${HOOK}.unreadable}})()`
}
