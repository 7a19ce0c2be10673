/** `.vscode/launch.json` offers what there is. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Outcome } from '../test/breakpoints.ts'
import { BREAKPOINTS, type Breakpoint, findBreakpoints } from './debug/breakpoints.ts'
import { editorFiles } from './debug/editor-files.ts'
import { SUBJECTS } from './subjects.ts'
import { loadTopic, topicNames } from './topics.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

interface Launch {
  configurations: {
    name: string
    request: string
    program?: string
    skipFiles: string[]
    runtimeArgs?: string[]
  }[]
  inputs: { id: string; options: string[] }[]
}
const launch: Launch = JSON.parse(readFileSync(path.join(ROOT, '.vscode/launch.json'), 'utf8'))

describe('.vscode/launch.json', () => {
  it('lets one pick any topic on any subject', () => {
    const options = Object.fromEntries(launch.inputs.map(({ id, options }) => [id, options]))
    expect(options).toEqual({ topic: topicNames(), subject: [...SUBJECTS] })
  })

  const started = launch.configurations.filter(({ request }) => request === 'launch')

  it.each(started)('$name: starts a file that is there', ({ program = '' }) => {
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

it('the editor’s files are as "pnpm debug --write" writes them', async () => {
  for (const [name, text] of await editorFiles()) {
    expect(JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')), name).toEqual(JSON.parse(text))
  }
})

describe('.tours/', () => {
  it.each(readdirSync(path.join(ROOT, '.tours')))('%s: leads to lines that are there', (name) => {
    const { steps }: { steps: { file: string; line: number }[] } = JSON.parse(
      readFileSync(path.join(ROOT, '.tours', name), 'utf8'),
    )
    expect(steps.length).toBeGreaterThan(5)
    for (const { file, line } of steps) {
      const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n')
      expect(lines[line - 1]?.trim(), `${file}:${line}`).not.toBe('')
    }
  })
})

describe('a breakpoint of the list', () => {
  const [stepping] = launch.configurations

  it.each(SUBJECTS)('is bound to its line, and hit: %s', async (subject) => {
    const found = await findBreakpoints(subject, await loadTopic('onion'))
    expect(found.length).toBeGreaterThan(2)
    const harness = path.join(import.meta.dirname, '../test/breakpoints.ts')
    const places = found.map((one) => `${one.path}:${one.line}`)
    const args = [...(stepping?.runtimeArgs ?? []), harness, 'onion', subject, ...places]
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
    const outcomes: Record<string, Outcome> = JSON.parse(
      stdout.trim().split('\n').at(-1) || JSON.stringify(stderr),
    )
    for (const { name, path: file, line } of found) {
      const outcome = outcomes[`${file}:${line}`]
      expect(outcome?.bound, name).toEqual([line])
      expect(outcome?.hits, name).toBeGreaterThan(0)
    }
  })

  it.each([
    ['whose file is gone', { file: 'koa/lib/gone.js' }, 'there is no file koa/lib/gone.js'],
    [
      'whose function has moved away',
      { symbol: 'createContext' },
      'koa-compose/index.js has no function createContext',
    ],
    [
      'whose line reads otherwise',
      { quote: 'index = j' },
      '"index = j" begins 0 lines of dispatch',
    ],
  ])('%s: fails by its name', async (_what, change, told) => {
    const entry = BREAKPOINTS.find(({ name }) => name === 'koa: dispatch') as Breakpoint
    const topic = await loadTopic('onion')
    await expect(findBreakpoints('koa', topic, [{ ...entry, ...change }])).rejects.toThrow(
      `The breakpoint "koa: dispatch" has lost its place: ${told}`,
    )
  })
})

describe('pnpm debug', () => {
  it('waits for a debugger, stops at every line of the list, and answers once it is let go', async () => {
    const bin = path.join(import.meta.dirname, '../bin/debug.ts')
    const flags = ['--conditions=@await-next/source', '--import', 'tsx', bin]
    const args = ['onion', '--on', 'koa', '--port', '0', '--lang', 'en']
    const child = spawn(process.execPath, [...flags, ...args], { cwd: path.dirname(bin) })
    let told = ''
    const address = await new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        told += chunk
        const [found] = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(told) ?? []
        if (found) resolve(found)
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', () => reject(new Error(told)))
    })
    const stops = await letGo(new WebSocket(address))
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    const found = await findBreakpoints('koa', await loadTopic('onion'))
    for (const { name, path: file, line, text } of found) {
      expect(stops, name).toContain(`${pathToFileURL(file).href}:${line}`)
      expect(told, name).toContain(`${file}:${line}\n    ${text.en}`)
    }
    expect(told).toContain('HTTP/1.1 200 OK\nhello')
  })

  it.each([
    [[], 'Which topic?'],
    [['onoin'], 'Did you mean onion'],
    [['onion', '--port', 'x'], '"x" is no port'],
  ])('says what is wrong with %j, and exits with 2', (args, told) => {
    const bin = path.join(import.meta.dirname, '../bin/debug.ts')
    const flags = ['--conditions=@await-next/source', '--import', 'tsx', bin]
    const { status, stderr } = spawnSync(process.execPath, [...flags, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(stderr).toContain(told)
    expect(status).toBe(2)
  })
})

/** A debugger that goes on at every stop, and leaves when the run is over. @returns Where it stopped. */
async function letGo(socket: WebSocket): Promise<string[]> {
  const stops: string[] = []
  const urls = new Map<string, string>()
  await once(socket, 'open')
  let id = 0
  const post = (method: string) => {
    id += 1
    socket.send(JSON.stringify({ id, method }))
  }
  socket.on('message', (data) => {
    const { method, params } = JSON.parse(String(data))
    if (method === 'Debugger.scriptParsed') urls.set(params.scriptId, params.url)
    if (method === 'Debugger.paused') {
      const { scriptId, lineNumber } = params.callFrames[0].location
      stops.push(`${urls.get(scriptId)}:${lineNumber + 1}`)
      post('Debugger.resume')
    }
    // The run is over, and the process waits for us to leave.
    if (method === 'Runtime.executionContextDestroyed') socket.close()
  })
  for (const method of ['Runtime.enable', 'Debugger.enable', 'Runtime.runIfWaitingForDebugger']) {
    post(method)
  }
  await once(socket, 'close')
  return stops
}
