/**
 * Makes a suite ready to run: a copy of it, never touched, and beside it what it needs.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import blankTypes from 'ts-blank-space'
import { type Suite, versionOf } from './suites.ts'

/** Something outside of us stands in the way; its message says what, and what to do. */
export class PrepareError extends Error {
  override name = 'PrepareError'
}

/** A suite that can be run. */
export interface Prepared {
  suite: Suite
  /** What is run: the untouched copy. */
  folder: string
  /** Around it: `node_modules`, and what the children load. */
  work: string
  /** The suite's own version, which may not be the installed upstream's. */
  version: string
  /** Files of tests, from the copy's folder, with `/`. */
  tests: readonly string[]
}

/** Told of each step, since some take a while. */
export type Progress = (step: string) => void

/** No name with a dot: tests of `send` take such a folder for a hidden one. */
const WORK = fileURLToPath(new URL('../suites/', import.meta.url))
const CHILD = new URL('child/', import.meta.url)

/**
 * Copies a suite and installs what it needs.
 *
 * @param source a folder, or what `git clone` takes, with `#tag` at will; upstream's repository at the installed version
 * where it is not given.
 * @throws {@link PrepareError} when it cannot be had, has no tests, or is another package's.
 */
export async function prepare(
  suite: Suite,
  source: string | undefined,
  progress: Progress,
): Promise<Prepared> {
  const work = path.join(WORK, suite.name)
  const folder = path.join(work, 'suite')
  await rm(folder, { recursive: true, force: true })
  await mkdir(work, { recursive: true })

  await bring(source ?? published(suite), folder, progress)
  const manifest = await readManifest(suite, folder)
  const tests = await findTests(suite, folder)
  await install(manifest, work, progress)
  await writeChildren(work)
  return { suite, folder, work, version: manifest.version, tests }
}

function published({ repository, upstream }: Suite): string {
  return `https://github.com/${repository}.git#v${versionOf(upstream)}`
}

async function bring(source: string, folder: string, progress: Progress): Promise<void> {
  if (existsSync(path.join(source, 'package.json'))) {
    progress(`copying ${source}`)
    await cp(source, folder, { recursive: true, filter: (from) => !isLeftOut(from, source) })
    return
  }
  if (existsSync(source) && !existsSync(path.join(source, 'HEAD'))) {
    throw new PrepareError(`${source} holds no package.json: it is not a suite's folder.`)
  }
  const [url = '', tag] = source.split('#')
  progress(`cloning ${source}`)
  const branch = tag ? ['--branch', tag] : []
  await command('git', ['clone', '--quiet', '--depth', '1', ...branch, url, folder]).catch(
    (err: Error) => {
      throw new PrepareError(
        `${source} could not be cloned: ${err.message}\n` +
          'Give a folder or another address: --suite <folder or git url[#tag]>.',
      )
    },
  )
}

function isLeftOut(file: string, source: string): boolean {
  return ['node_modules', '.git'].includes(path.relative(source, file).split(path.sep)[0] ?? '')
}

interface Manifest {
  name: string
  version: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

async function readManifest({ upstream }: Suite, folder: string): Promise<Manifest> {
  const file = path.join(folder, 'package.json')
  const manifest: Manifest = JSON.parse(await readFile(file, 'utf8'))
  if (manifest.name === upstream) return manifest
  throw new PrepareError(`This is the suite of ${manifest.name}, not of ${upstream}.`)
}

async function findTests(suite: Suite, folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true })
  const tests = files
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => suite.tests.test(file))
    .sort()
  if (tests.length > 0) return tests
  throw new PrepareError(`There is no test in it: none of its files fits ${suite.tests}.`)
}

/** What tests run without: linters, coverage, publishing, types. */
const UNNEEDED =
  /eslint|standard|snazzy|prettier|biome|commitlint|changeset|husky|lint-staged|^nyc$|^c8$|codecov|tsup|tshy|rimraf|gen-esm|arethetypeswrong|^@types\//

/** Beside the copy, where Node.js looks after the copy itself; kept until the suite wants something else. */
async function install(manifest: Manifest, work: string, progress: Progress): Promise<void> {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
  const dependencies = Object.fromEntries(
    Object.entries(wanted).filter(([name]) => !UNNEEDED.test(name)),
  )
  if (Object.keys(dependencies).length === 0) return
  const text = `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`
  const file = path.join(work, 'package.json')
  const done = path.join(work, 'node_modules', '.installed')
  if (existsSync(done) && (await readFile(done, 'utf8')) === text) return

  progress(`installing its ${Object.keys(dependencies).length} dependencies`)
  await writeFile(file, text)
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await command('npm', ['install', ...flags], work).catch((err: Error) => {
    throw new PrepareError(`What the suite needs could not be installed: ${err.message}`)
  })
  await writeFile(done, text)
}

/** The hook and the reporters, as the plain JavaScript that a bare Node.js 20 loads. */
async function writeChildren(work: string): Promise<void> {
  for (const name of ['redirect', 'mocha-reporter', 'node-reporter']) {
    const source = await readFile(new URL(`${name}.ts`, CHILD), 'utf8')
    await writeFile(path.join(work, `${name}.mjs`), blankTypes(source))
  }
}

/** Runs a command; its last words are the error's message. */
export async function command(name: string, args: readonly string[], cwd?: string): Promise<void> {
  // npm is a script on Windows, which only a shell starts; no argument of ours needs quoting there.
  const shell = process.platform === 'win32' && name === 'npm'
  const child = spawn(name, args, { cwd, shell, stdio: ['ignore', 'ignore', 'pipe'] })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2_000)
  })
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(words.trim()))))
  })
}
