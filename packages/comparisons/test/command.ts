/** The commands as they are typed, each in a process of its own. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** The folder of this package, where its commands are run. */
export const PACKAGE = path.join(import.meta.dirname, '..')

/** What Node needs to run `bin/<command>.ts`. */
export function argumentsOf(command: string, args: readonly string[]): string[] {
  const file = path.join(PACKAGE, 'bin', `${command}.ts`)
  return ['--conditions=@await-next/source', '--import', 'tsx', file, ...args]
}

/** Where nothing else is said, in English and without colours. */
export const ENVIRONMENT = { INIT_CWD: PACKAGE, NO_COLOR: '1', LANG: 'C', LC_ALL: 'C' }

/** Runs `bin/<command>.ts` to its end. */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, argumentsOf(command, args), {
    cwd: PACKAGE,
    encoding: 'utf8',
    env: { ...process.env, ...ENVIRONMENT, ...env },
  })
  return { status, stdout, stderr }
}
