/** `pnpm demo` as it is typed, in a process of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import WebSocket from 'ws'

const COMMAND = [
  '--conditions=@await-next/source',
  '--import',
  'tsx',
  path.join(import.meta.dirname, '../bin/demo.ts'),
]
const ENGLISH = { ...process.env, NO_COLOR: '1', LANG: 'C', LC_ALL: 'C' }

function run(args: readonly string[], env: Record<string, string> = {}) {
  const options = { encoding: 'utf8', env: { ...ENGLISH, ...env } } as const
  return spawnSync(process.execPath, [...COMMAND, ...args], options)
}

describe('pnpm demo', () => {
  it('lists the demos in groups, in either language', () => {
    const { status, stdout } = run([])
    expect(stdout).toMatch(/^CommonJS modules\n {2}modules\/module-exports +module.exports is what/)
    expect(stdout).toContain('ES modules beside CommonJS\n')
    expect(status).toBe(0)
    expect(run([], { LC_ALL: 'zh_CN.UTF-8' }).stdout).toContain('CommonJS 模块\n')
  })

  it('lists one group, or what mentions a word', () => {
    const { stdout } = run(['modules', '--find', 'WRAPPER'])
    expect(stdout).not.toContain('esm/')
    expect(stdout).toContain('modules/wrapper')
    expect(stdout).not.toContain('modules/json')
    const nothing = run(['--find', 'zyzzyva'])
    expect([nothing.status, nothing.stderr]).toEqual([1, 'No demo mentions "zyzzyva".\n'])
  })

  it('shows the code and the question, runs the demo, explains', () => {
    const { status, stdout } = run(['modules/cycle', '--no-wait'])
    const parts = ['── main.cjs', '── b.cjs', 'Predict', 'It prints', 'Why', 'Pitfalls', 'Read on']
    const places = parts.map((part) => stdout.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(stdout).toContain('a starting\nb starting\nin b, a.done = false\nb done\n')
    expect(status).toBe(0)
  })

  it('takes a name without its group where only one demo has it', () => {
    expect(run(['dirname', '--no-wait', '--lang', 'zh']).stdout).toContain('猜一猜')
  })

  it.each([
    [['modules/cycel'], 'Did you mean modules/cycle'],
    [['--inspect-brk', 'modules/json'], '"modules/json" is no port'],
    [['--node', '22'], '--node goes with'],
    [['--nonsense'], 'unknown option'],
  ])('says what is wrong with %j, and exits with 2', (args, told) => {
    const { status, stderr } = run(args)
    expect(stderr).toContain(told)
    expect(status).toBe(2)
  })

  it('checks demos against their golden files', () => {
    const { status, stdout } = run(['--check', 'modules/cycle', 'modules/json'])
    expect(stdout).toMatch(/^2 demos on Node v[\d.]+ in \d+ s\nall print what they should\n$/)
    expect(status).toBe(0)
  })

  it('stops on the first line with --inspect-brk', async () => {
    const args = [...COMMAND, 'esm/import-meta', '--no-wait', '--inspect-brk', '0']
    const child = spawn(process.execPath, args, {
      env: ENGLISH,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    onTestFinished(() => void child.kill())
    const [greeting] = await once(createInterface(child.stderr), 'line')
    const address = /ws:\S+/.exec(greeting)?.[0]
    const debuggee = new WebSocket(address as string)
    onTestFinished(() => debuggee.close())
    await once(debuggee, 'open')
    const urls = new Map<string, string>()
    const paused = new Promise<{ url: string | undefined; line: number }>((resolve) => {
      debuggee.on('message', (data) => {
        const { method, params } = JSON.parse(String(data))
        if (method === 'Debugger.scriptParsed') urls.set(params.scriptId, params.url)
        if (method !== 'Debugger.paused') return
        const { scriptId, lineNumber } = params.callFrames[0].location
        resolve({ url: urls.get(scriptId), line: lineNumber })
      })
    })
    for (const [id, method] of ['Debugger.enable', 'Runtime.runIfWaitingForDebugger'].entries()) {
      debuggee.send(JSON.stringify({ id, method }))
    }
    const { url, line } = await paused
    expect(url).toMatch(/demos\/esm\/import-meta\/main\.ts$/)
    expect(line).toBe(0)
    debuggee.send(JSON.stringify({ id: 9, method: 'Debugger.resume' }))
    debuggee.close()
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
