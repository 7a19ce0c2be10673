/**
 * Pages that are made: written to the folder of the site, where VitePress takes them for any other page.
 *
 * @module
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DOCS } from '../paths.ts'
import { demoPages } from './demo-pages.ts'
import { stepPages } from './step-pages.ts'

/** A page's path in the site's folder, such as `zh/steps/index.md`, and its Markdown. */
export type Pages = ReadonlyMap<string, string>

/** Folders, in each language, that hold nothing but what is made here. */
const MADE = ['steps', 'basics']

/** Makes the pages of the steps and of the demos. What is the same as before is left alone. */
export async function writePages(): Promise<void> {
  const pages: Pages = new Map([...stepPages(), ...(await demoPages())])
  for (const folder of MADE.flatMap((name) => [name, path.join('zh', name)])) {
    for (const file of filesBelow(path.join(DOCS, folder))) {
      if (!pages.has(path.relative(DOCS, file).replaceAll(path.sep, '/'))) rmSync(file)
    }
  }
  for (const [page, text] of pages) writeChanged(path.join(DOCS, page), text)
}

function writeChanged(file: string, text: string): void {
  try {
    if (readFileSync(file, 'utf8') === text) return
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'ENOENT') throw err
  }
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw err
  }
}
