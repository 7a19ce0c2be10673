/**
 * The loader's one hook: types are blanked, lines and columns stay where they are.
 *
 * ts-blank-space needs the whole TypeScript parser, which takes longer to load than most demos take to run. So a file is
 * blanked once, kept under the digest of its text, and found there by every later run.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const CACHE = new URL('../node_modules/.cache/blanked/', import.meta.url)

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context)
  const source = await blanked(await readFile(fileURLToPath(url), 'utf8'))
  return { format: 'module', shortCircuit: true, source }
}

/**
 * The text without its types.
 *
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function blanked(text) {
  const kept = new URL(`${createHash('sha256').update(text).digest('hex')}.js`, CACHE)
  try {
    return await readFile(kept, 'utf8')
  } catch {
    const { default: blankTypes } = await import('ts-blank-space')
    const source = blankTypes(text)
    await keep(kept, source)
    return source
  }
}

/** Written aside and renamed: a run beside this one never reads half a file. */
async function keep(file, source) {
  await mkdir(CACHE, { recursive: true })
  const aside = new URL(`${file.href}.${process.pid}.${performance.now()}`)
  await writeFile(aside, source)
  await rename(aside, file)
}
