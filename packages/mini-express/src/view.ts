/**
 * A view: the name of a template, found in the file system and rendered by the engine for its extension.
 *
 * @module
 * @upstream express/lib/view.js
 */
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Application } from './application.ts'

/** Told what an engine has made, or why it could not. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the engine has thrown, as in `@types/express`
export type RenderCallback = (err: any, rendered?: string) => void

/** Renders the template at `path` with the options and locals it was given. */
export type Engine = (path: string, options: object, callback: RenderCallback) => void

/** Where a view is looked up, and by what it is rendered. */
export interface ViewOptions {
  /** The extension of names that have none, with a dot or without. */
  defaultEngine?: string | undefined
  /** Engines by extension, with the dot. One that had to be loaded is added. */
  engines: Record<string, Engine>
  /** The folder to look in, or several in order. */
  root: string | readonly string[]
}

/**
 * What the setting `view` holds: an app may have a class of its own, which need only have `path` and `render`.
 *
 * @upstream express/lib/view.js#View
 */
export class View {
  readonly name: string
  readonly defaultEngine: string | undefined
  readonly root: string | readonly string[]
  /** The extension, with the dot. */
  readonly ext: string
  readonly engine: Engine
  /** Where the template lies; `undefined` where there is none. */
  readonly path: string | undefined

  /**
   * @param name - Relative to the root, or absolute; with an extension, or without where there is a default.
   * @throws Error for a name without extension or default, and for an engine that is none or not installed.
   */
  constructor(name: string, { defaultEngine, engines, root }: ViewOptions) {
    const ext = extname(name)
    if (!ext && !defaultEngine) {
      throw new Error('No default engine was specified and no extension was provided.')
    }
    this.name = name
    this.defaultEngine = defaultEngine
    this.root = root
    this.ext = ext || withDot(defaultEngine as string)
    engines[this.ext] ||= loadEngine(this.ext.slice(1))
    this.engine = engines[this.ext] as Engine
    this.path = this.lookup(ext ? name : name + this.ext)
  }

  /** The first folder's file, if any has it. */
  lookup(name: string): string | undefined {
    for (const root of [this.root].flat()) {
      const file = resolve(root, name)
      const found = this.resolve(dirname(file), basename(file))
      if (found) return found
    }
    return undefined
  }

  /** `dir/name.ext`, or else `dir/name/index.ext`. */
  resolve(dir: string, file: string): string | undefined {
    const candidates = [join(dir, file), join(dir, basename(file, this.ext), `index${this.ext}`)]
    return candidates.find(isFile)
  }

  /** Renders. The callback is called in a later turn, though the engine may call it at once. */
  render(options: object, callback: RenderCallback): void {
    let isSync = true
    this.engine(this.path as string, options, (...args) => {
      if (isSync) process.nextTick(callback, ...args)
      else callback(...args)
    })
    isSync = false
  }
}

/** What `app.render` is given: what the template may use, and how the view is found. */
export interface RenderOptions {
  /** Whether to remember where the view lies. Defaults to the setting `view cache`. */
  cache?: boolean | undefined
  /** What `res.locals` holds: it comes before the app's locals, and the options come before it. */
  _locals?: object | undefined
  [local: string]: unknown
}

/**
 * Renders a view of the app's. Errors are passed to the callback, except where there is no engine for the view.
 *
 * @upstream express/lib/application.js#render
 */
export function render(
  app: Application,
  name: string,
  options: RenderOptions,
  callback: RenderCallback,
): void {
  const locals: RenderOptions = { ...app.locals, ...options._locals, ...options }
  locals.cache ??= app.enabled('view cache')
  const view = (locals.cache && app.cache[name]) || makeView(app, name)
  if (!view.path) {
    callback(lookupFailure(name, view))
    return
  }
  if (locals.cache) app.cache[name] = view
  try {
    view.render(locals, callback)
  } catch (err) {
    callback(err)
  }
}

/** Options may be left out. */
export function readRenderArguments(
  options?: object | RenderCallback | null,
  callback?: RenderCallback,
): [options: RenderOptions, callback: RenderCallback | undefined] {
  if (typeof options === 'function') return [{}, options as RenderCallback]
  return [(options || {}) as RenderOptions, callback]
}

function makeView(app: Application, name: string): View {
  const Class: typeof View = app.get('view')
  return new Class(name, {
    defaultEngine: app.get('view engine'),
    root: app.get('views'),
    engines: app.engines,
  })
}

function lookupFailure(name: string, view: View): Error {
  const { root } = view
  const folders =
    Array.isArray(root) && root.length > 1
      ? `directories "${root.slice(0, -1).join('", "')}" or "${root.at(-1)}"`
      : `directory "${root}"`
  const err = new Error(`Failed to lookup view "${name}" in views ${folders}`)
  return Object.assign(err, { view })
}

/** An engine's extension, as engines are kept: with the dot. */
export function withDot(ext: string): string {
  return ext[0] === '.' ? ext : `.${ext}`
}

const require = createRequire(import.meta.url)

/**
 * Engines are packages of the app's. They are looked up from here, as upstream does; a strict `node_modules` shows us
 * only our own dependencies, so the app's folder is next.
 */
function loadEngine(name: string): Engine {
  const file = require.resolve(name, { paths: [import.meta.dirname, process.cwd()] })
  const engine = require(file).__express
  if (typeof engine === 'function') return engine
  throw new Error(`Module "${name}" does not provide a view engine.`)
}

function isFile(path: string): boolean {
  // Not only a file that is missing: a path that cannot be read is none either.
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
