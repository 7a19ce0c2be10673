/** `.vscode/launch.json` offers what there is. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSubject, SUBJECTS, type SubjectId } from './subjects.ts'
import { topicNames } from './topics.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

interface Launch {
  configurations: { name: string; program: string; skipFiles: string[]; runtimeArgs?: string[] }[]
  inputs: { id: string; options: string[] }[]
}
const launch: Launch = JSON.parse(readFileSync(path.join(ROOT, '.vscode/launch.json'), 'utf8'))

describe('.vscode/launch.json', () => {
  it('lets one pick any topic on any subject', () => {
    const options = Object.fromEntries(launch.inputs.map(({ id, options }) => [id, options]))
    expect(options).toEqual({ topic: topicNames(), subject: [...SUBJECTS] })
  })

  it.each(launch.configurations)('$name: starts a file that is there', ({ program }) => {
    const file = program.replace(/^\$\{workspaceFolder\}/, ROOT)
    expect(/^\$\{file\}$/.test(file) || existsSync(file)).toBe(true)
  })

  it.each(launch.configurations)(
    '$name: steps into the frameworks, not into other packages',
    ({ skipFiles }) => {
      expect(skipFiles).toContain('**/node_modules/**')
      for (const name of ['express', 'router', 'koa', 'koa-compose', '@koa/router']) {
        expect(skipFiles).toContain(`!**/node_modules/${name}/**`)
      }
    },
  )
})

/** Lines that a reader would stop at, each by a piece of it; some right after an early return. */
const PLACES: Readonly<Record<SubjectId, readonly (readonly [file: string, line: string])[]>> = {
  express: [
    ['express/lib/application.js', 'this.router.handle(req, res, done)'],
    ['router/index.js', 'const path = getPathname(req)'],
  ],
  'mini-express': [
    ['mini-express/src/router/dispatch.ts', 'this.#leave()'],
    ['mini-express/src/router/dispatch.ts', 'const { method } = this.#req'],
    ['mini-express/src/send.ts', 'if (makeETag) stampETag('],
  ],
  koa: [
    ['koa/lib/application.js', 'res.statusCode = 404'],
    ['koa-compose/index.js', 'index = i'],
  ],
  'mini-koa': [
    ['mini-koa/src/compose.ts', 'index = i'],
    ['mini-koa/src/respond.ts', 'if (!ctx.writable)'],
    ['mini-koa/src/application.ts', 'ctx.res.statusCode = 404'],
  ],
}

describe('a breakpoint set in what the menu starts', () => {
  const [stepping] = launch.configurations

  it.each(SUBJECTS)('is hit on %s', async (subject) => {
    const { provenance } = await loadSubject(subject)
    const places = PLACES[subject].map(
      ([file, text]) => `${file}:${lineOf(provenance.parts, file, text)}`,
    )
    const harness = path.join(import.meta.dirname, '../test/breakpoints.ts')
    const args = [...(stepping?.runtimeArgs ?? []), harness, 'onion', subject, ...places]
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
    const hits: Record<string, number> = JSON.parse(stdout.trim().split('\n').at(-1) ?? stderr)
    expect(Object.keys(hits)).toEqual(places)
    for (const place of places)
      expect(hits[place], `${place} of ${JSON.stringify(hits)}`).toBeGreaterThan(0)
  })
})

/** The line on which `text` stands, counted from one; it must stand there once. */
function lineOf(
  parts: readonly { name: string; file: string }[],
  file: string,
  text: string,
): number {
  const source = readFileSync(locate(parts, file), 'utf8').split('\n')
  const found = source.flatMap((line, at) => (line.trim().startsWith(text) ? [at + 1] : []))
  if (found.length !== 1) throw new Error(`${file}: "${text}" stands on ${found.length} lines`)
  return found[0] as number
}

/** Upstream's file as it is installed, ours as it stands. */
function locate(parts: readonly { name: string; file: string }[], file: string): string {
  if (file.startsWith('mini-')) return path.join(ROOT, 'packages', file)
  const [name = '', ...below] = file.split('/')
  const part = parts.find((one) => one.name === name)
  if (!part) throw new Error(`${file} is no part of this subject`)
  const manifest = createRequire(part.file).resolve(`${name}/package.json`)
  return path.join(path.dirname(manifest), ...below)
}
