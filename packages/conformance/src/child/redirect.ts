/**
 * The hook inside the suite's process: what the suite takes for its own framework is another one.
 *
 * Preloaded by `--require`, into the processes that the suite starts as well. It answers `require` and `import` alike, and
 * writes down each answer, which is the proof that the redirect took place. A file of the suite's own framework that has
 * no answer is refused: it would be tested in the place of the one we ask about.
 *
 * @module
 */
import { appendFileSync } from 'node:fs'
import { METHODS } from 'node:http'
import Module, { createRequire, type ResolveHook, register } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread } from 'node:worker_threads'

/** Where a request goes: a file, or what stands in it under these names, or what is made of that. */
export interface Target {
  file: string
  member?: readonly string[]
  made?: keyof typeof makers
}

/** What the hook is told, as JSON in the environment. */
export interface Plan {
  /** The suite's folder. */
  suite: string
  /** What in it is framework, not test: the first part of a path, without its extension. */
  own: readonly string[]
  /** Answers by path from the suite's folder (`./lib/context`, `./` for the folder itself) or by package name. */
  answers: Readonly<Record<string, Target>>
  /** A package of which no file may be loaded: upstream, while the mini is asked about. */
  forbidden: string | undefined
  log: string
}

/** A line of the log. */
export type Entry =
  | { kind: 'redirected'; request: string; file: string }
  | { kind: 'refused'; request: string; by: string }
  | { kind: 'forbidden'; file: string }

/** What a suite takes from a module of its own and the package keeps to itself. */
const makers = {
  /** @koa/router's `src/layer`: the class of the layers that it makes. */
  layerModule(router: unknown): unknown {
    const Router = router as new () => { get(path: string, fn: () => void): { stack: object[] } }
    return { __esModule: true, default: new Router().get('/', () => {}).stack[0]?.constructor }
  },

  /** Express's private `lib/utils`, the parts of which stand in two files of ours. */
  utilsModule(utils: unknown, load: (file: string) => unknown): unknown {
    const settings = load('./settings.js') as { compileETag: (kind: string) => unknown }
    const [etag, wetag] = ['strong', 'weak'].map(settings.compileETag)
    const methods = METHODS.map((method) => method.toLowerCase())
    return { ...Object(utils), ...settings, etag, wetag, methods }
  },
}

/** The variable that holds the {@link Plan}. */
export const PLAN = 'AWAIT_NEXT_CONFORMANCE'

type Load = (request: string, parent: { filename?: string } | undefined, isMain: boolean) => unknown

const plan: Plan | undefined = process.env[PLAN] && JSON.parse(process.env[PLAN])

// The thread of `resolve` loads this file as well, and has no `require` to patch.
if (plan && isMainThread) {
  patchRequire(plan)
  register(import.meta.url)
  process.on('exit', () => reportForbidden(plan))
}

/** For `import`. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const parent = context.parentURL?.startsWith('file:') && fileURLToPath(context.parentURL)
  const target = plan && parent ? answer(plan, specifier, parent) : undefined
  const resolved = await next(target ? pathToFileURL(target.file).href : specifier, context)
  if (plan && isForbidden(plan, resolved.url)) {
    write(plan, { kind: 'forbidden', file: resolved.url })
  }
  return resolved
}

/** For `require`: there is no hook for it in Node.js 20, so it is the function that everybody patches. */
function patchRequire(plan: Plan): void {
  const module = Module as unknown as { _load: Load }
  const load = module._load
  module._load = function redirected(request, parent, isMain) {
    const target = parent?.filename ? answer(plan, request, parent.filename) : undefined
    if (!target) return load.call(this, request, parent, isMain)
    const loaded = load.call(this, target.file, parent, isMain)
    return partOf(loaded, target)
  }
}

function partOf(loaded: unknown, { file, member = [], made }: Target): unknown {
  const part = member.reduce((value, name) => Reflect.get(Object(value), name), loaded)
  return made ? makers[made](part, createRequire(file)) : part
}

function answer(plan: Plan, request: string, parent: string): Target | undefined {
  const inside = path.relative(plan.suite, parent)
  if (inside.startsWith('..') || inside.includes('node_modules')) return undefined

  const key = keyOf(plan, request, parent)
  const target = plan.answers[key]
  if (target) {
    write(plan, { kind: 'redirected', request: key, file: target.file })
    return target
  }
  if (!plan.own.some((part) => key === `./${part}` || key.startsWith(`./${part}/`))) {
    return undefined
  }
  write(plan, { kind: 'refused', request: key, by: inside.split(path.sep).join('/') })
  throw Object.assign(new Error(`${key} has no counterpart`), { code: 'MODULE_NOT_FOUND' })
}

/** `../../lib/context.js` → `./lib/context`; a package's name stays. */
function keyOf(plan: Plan, request: string, parent: string): string {
  if (!/^\.{1,2}(\/|$)/.test(request)) return request
  const whole = path.resolve(path.dirname(parent), request)
  const inside = path.relative(plan.suite, whole).split(path.sep).join('/')
  return `./${inside.replace(/\.[cm]?[jt]s$/, '').replace(/(^|\/)index$/, '')}`
}

/** What was required before the hook could see it shows at the end. */
function reportForbidden(plan: Plan): void {
  for (const file of Object.keys(createRequire(import.meta.url).cache)) {
    if (isForbidden(plan, pathToFileURL(file).href)) write(plan, { kind: 'forbidden', file })
  }
}

function isForbidden(plan: Plan, url: string): boolean {
  return plan.forbidden !== undefined && url.includes(`/node_modules/${plan.forbidden}/`)
}

function write(plan: Plan, entry: Entry): void {
  appendFileSync(plan.log, `${JSON.stringify(entry)}\n`)
}
