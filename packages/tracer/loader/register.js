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

/**
 * From now on modules in these folders are loaded anew, as a fresh process would load them. Who has them already keeps them.
 *
 * @param {readonly string[]} folders - Real paths.
 */
export function loadAnew(folders) {
  times += 1
  const urls = folders.map((folder) => `${pathToFileURL(folder)}/`)
  hooks.postMessage({ query: `?anew=${times}`, folders: urls })
  for (const file of Object.keys(cache)) {
    if (folders.some((folder) => file.startsWith(folder + path.sep))) delete cache[file]
  }
}
