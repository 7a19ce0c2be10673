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

const require = createRequire(import.meta.url)
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/blanked/', import.meta.url))

/** What the outcome depends on beside the source. */
const TOOLS = ['ts-blank-space', 'typescript']
  .map((name) => `${name}@${require(`${name}/package.json`).version}`)
  .join(' ')

export async function load(url, context, nextLoad) {
  if (!/^file:.*\.m?ts$/.test(url)) return nextLoad(url, context)
  const source = readFileSync(fileURLToPath(url), 'utf8')
  return { format: 'module', shortCircuit: true, source: await blanked(source, url) }
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
