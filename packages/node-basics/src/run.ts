/**
 * Running a demo in a process of its own, and reading all that it prints.
 *
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { blanked } from '../loader/hooks.js'
import type { LoadedDemo } from './demos.ts'

/** How a demo is run. */
export interface RunOptions {
  /** The Node binary. */
  node?: string
  /** After how many milliseconds it is ended. */
  patience?: number
}

const LOADER = new URL('../loader/register.js', import.meta.url).href

/** What a demo prints must not depend on who runs it: neither colours nor time zones nor languages. */
const PLAIN = { NO_COLOR: '1', TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }

/** Variables that change what Node or a tool of a demo prints. */
const DISTURBING =
  /^(NODE_(?!ICU)|FORCE_COLOR|VITE|npm_|PM2_|TEST$|DEBUG$|CI$|LC_|LANGUAGE|INIT_CWD)/

/**
 * Runs a demo and returns its stdout and stderr in the order in which they were written, closed by the exit code where
 * that is not 0.
 *
 * Both go into one file: writing to a file waits on every platform, so that nothing is lost or overtaken.
 */
export async function record(demo: LoadedDemo, options: RunOptions = {}): Promise<string> {
  const { node = process.execPath, patience = 110_000 } = options
  const folder = mkdtempSync(path.join(tmpdir(), 'node-basics-'))
  const file = path.join(folder, 'output')
  const output = openSync(file, 'a')
  try {
    const child = spawn(node, argumentsOf(demo), {
      cwd: demo.folder,
      env: environment(demo, PLAIN),
      stdio: ['ignore', output, output],
    })
    const how = await ending(child, patience)
    return readFileSync(file, 'utf8') + how
  } finally {
    closeSync(output)
    rmSync(folder, { recursive: true })
  }
}

/** Runs a demo in this terminal and resolves with its exit code. */
export async function show(demo: LoadedDemo, inspect?: string): Promise<number> {
  const child = spawn(process.execPath, [...(inspect ? [inspect] : []), ...argumentsOf(demo)], {
    cwd: demo.folder,
    env: environment(demo, {}),
    stdio: 'inherit',
  })
  const stop = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const [code] = await once(child, 'exit')
  process.off('SIGINT', stop).off('SIGTERM', stop)
  return code ?? 1
}

/** Blanks the types of many demos in this process, so that not each of theirs has to load the TypeScript parser. */
export async function blankAhead(demos: readonly LoadedDemo[]): Promise<void> {
  const typed = demos.flatMap(({ folder, files }) =>
    files.filter((file) => file.endsWith('.ts')).map((file) => path.join(folder, file)),
  )
  await Promise.all(typed.map(async (file) => blanked(await readFile(file, 'utf8'))))
}

/** Whether a platform can run a demo. */
export const runsOn = (demo: LoadedDemo, platform: string): boolean =>
  demo.posixOnly === undefined || platform !== 'win32'

/** The line that starts a demo without our command. */
export function commandOf(demo: LoadedDemo): string {
  const from = path.relative(process.cwd(), demo.folder) || '.'
  const loader = needsLoader(demo)
    ? [
        `--import ${path.relative(demo.folder, path.join(demo.folder, '../../../loader/register.js'))}`,
      ]
    : []
  return [`cd ${from} &&`, 'node', ...loader, ...argumentsOf(demo)].join(' ').replaceAll('\\', '/')
}

const argumentsOf = (demo: LoadedDemo): string[] => [...(demo.flags ?? []), demo.main]

const needsLoader = (demo: LoadedDemo): boolean => demo.files.some((file) => file.endsWith('.ts'))

/** The loader comes by way of the environment, so that the processes which a demo starts have it as well. */
function environment(demo: LoadedDemo, more: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !DISTURBING.test(name))
  const loader = needsLoader(demo) ? { NODE_OPTIONS: `--import=${LOADER}` } : {}
  return { ...Object.fromEntries(kept), ...more, ...loader }
}

async function ending(child: ChildProcess, patience: number): Promise<string> {
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  const [code, signal] = await once(child, 'exit')
  clearTimeout(timer)
  if (signal === 'SIGKILL') return `[ended after ${patience} ms: it does not end by itself]\n`
  if (signal) return `[signal ${signal}]\n`
  return code === 0 ? '' : `[exit code ${code}]\n`
}
