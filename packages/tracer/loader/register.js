/**
 * `--import` this, and TypeScript runs with every line and column where it stands in its file.
 *
 * Plain JavaScript, since it is what makes TypeScript run.
 *
 * @module
 */
import { createRequire, register } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel } from 'node:worker_threads'

const { port1: hooks, port2: port } = new MessageChannel()
// Nobody is kept waiting for what may be said here.
hooks.unref()
register('./hooks.js', { parentURL: import.meta.url, data: { port }, transferList: [port] })

const { cache } = createRequire(import.meta.url)
let times = 0
/** What was loaded anew once: as an ES module sees it, it stays as it was unless it is loaded anew each time from then on. */
const stale = new Set()

/**
 * From now on modules in these folders are loaded anew, as a fresh process would load them, and so is what has required them.
 * Other modules that have them already keep them.
 *
 * @param {readonly string[]} folders - Real paths.
 */
export function loadAnew(folders) {
  times += 1
  const files = withDependents((file) => folders.some((one) => file.startsWith(one + path.sep)))
  for (const file of files) stale.add(file)
  hooks.postMessage({
    query: `?anew=${times}`,
    folders: folders.map((folder) => `${pathToFileURL(folder)}/`),
    files: [...stale].map((file) => `${pathToFileURL(file)}`),
  })
  for (const file of files) delete cache[file]
}

/** The CommonJS modules that are wanted, and those that have required one of them. */
function withDependents(isWanted) {
  const all = Object.values(cache)
  const found = new Set(all.filter(({ filename }) => isWanted(filename)))
  // What is added while we go through it is come by as well.
  for (const one of found) {
    for (const other of all) if (other.children.includes(one)) found.add(other)
  }
  return [...found].map(({ filename }) => filename)
}
