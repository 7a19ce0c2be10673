/**
 * Blanks the types of TypeScript files, as ts-blank-space's own loader does, and keeps the outcome on disk: a recording
 * starts a process for each run, and loading the TypeScript compiler would take longer than all the rest of it.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { receiveMessageOnPort } from 'node:worker_threads'

const require = createRequire(import.meta.url)
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/blanked/', import.meta.url))

/** What the outcome depends on beside the source. */
const TOOLS = ['ts-blank-space', 'typescript']
  .map((name) => `${name}@${require(`${name}/package.json`).version}`)
  .join(' ')

/** What is loaded anew, and by which query: modules in these folders, and these files. */
let anew = { query: '', folders: [], files: [] }
let port

export function initialize(data) {
  port = data?.port
}

export async function resolve(specifier, context, nextResolve) {
  const resolved = await nextResolve(specifier, context)
  const { url } = resolved
  if (!port || !url.startsWith('file:') || url.includes('?')) return resolved
  // Read here, and not when it arrives: what was said before this module was asked for counts.
  for (let told = receiveMessageOnPort(port); told; told = receiveMessageOnPort(port)) {
    anew = told.message
  }
  const isWanted = anew.folders.some((folder) => url.startsWith(folder)) || anew.files.includes(url)
  return isWanted ? { ...resolved, url: url + anew.query } : resolved
}

export async function load(url, context, nextLoad) {
  const file = url.replace(/\?anew=\d+$/, '')
  if (!/^file:.*\.m?ts$/.test(file)) return nextLoad(url, context)
  const source = await blanked(readFileSync(fileURLToPath(file), 'utf8'), file)
  // Errors speak of the file, however often it was loaded.
  const named = file === url ? source : `${source}\n//# sourceURL=${file}`
  return { format: 'module', shortCircuit: true, source: named }
}

async function blanked(source, url) {
  const kept = path.join(FOLDER, createHash('sha256').update(TOOLS).update(source).digest('hex'))
  try {
    return readFileSync(kept, 'utf8')
  } catch {
    const { default: blank } = await import('ts-blank-space')
    const outcome = blank(source, (node) => {
      throw new SyntaxError(`${url}: only erasable TypeScript runs here, not: ${node.getText()}`)
    })
    keep(kept, outcome)
    return outcome
  }
}

/** Renamed into place, since other processes may be reading. A folder that cannot be written to costs time only. */
function keep(file, text) {
  try {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, text)
    renameSync(`${file}.${process.pid}`, file)
  } catch {}
}
