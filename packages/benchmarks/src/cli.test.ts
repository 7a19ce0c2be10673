/** The command as it is typed, in a process of its own. Nothing here looks at a clock. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BenchResult } from './bench.ts'

const PACKAGE = path.join(import.meta.dirname, '..')

function run(...args: string[]) {
  const command = ['--conditions=@await-next/source', '--import', 'tsx', 'bin/bench.ts', ...args]
  return spawnSync(process.execPath, command, {
    cwd: PACKAGE,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
}

describe('pnpm bench', () => {
  it('measures a case and tells what ran', () => {
    const { status, stdout, stderr } = run('hello', '--rounds', '1', '--subjects', 'koa', '--json')
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/hello · .*\bkoa · round 1/),
    })
    const [result] = JSON.parse(stdout) as [BenchResult]
    expect(result.node).toBe(process.version)
    expect(result.parts).toContainEqual({ name: 'koa', version: '3.3.0' })
    const [hello] = result.cases
    expect(hello?.subjects.map(({ subject }) => subject)).toEqual(['raw-koa', 'koa'])
    expect(hello?.subjects.map(({ toRaw }) => toRaw !== undefined)).toEqual([false, true])
  })

  it.each([
    [['helo'], 'There is no case "helo".\nDid you mean hello?\nThere are: hello, hello-server'],
    [['--subjects', 'kao'], '"kao" is no subject. There are raw, express, mini-express, koa'],
    [['--rounds', '0'], '"0" is no number of rounds from 1 to 100.'],
    [['--rounds', 'two'], '"two" is no number of rounds from 1 to 100.'],
    [['hello', '--keep'], 'Only whole runs are kept: pnpm bench all --keep, without --subjects.'],
    [['--chart', 'a.png'], '"a.png" does not end with .svg.'],
    [['--node', '18'], '"18" is no list of majors of Node from 20, such as 20,22,24.'],
    [['why', 'hello'], "required option '--on <upstream>' not specified"],
    [
      ['why', 'json', '--on', 'koa'],
      "value 'json' is invalid for argument 'case'. Allowed choices are hello.",
    ],
    [['growth', '--rounds', 'x'], '"x" is no number of rounds from 1 to 100.'],
    [['instructions', '--rounds', '2'], "unknown option '--rounds'"],
    [['--fast'], "unknown option '--fast'"],
  ])('refuses %j', (args, message) => {
    const { status, stdout, stderr } = run(...args)
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    })
  })
})
