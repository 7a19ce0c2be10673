/** Services are found, started, shared and ended; what is missing is said. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { RUN_FOLDER } from '../temporary.ts'
import { openServices, type Services } from './index.ts'
import { SERVICES } from './list.ts'
import type { ServiceName } from './service.ts'

const names = Object.keys(SERVICES) as ServiceName[]
let services: Services

beforeAll(async () => {
  services = await openServices(names)
}, 60_000)
afterAll(() => services.close())
afterEach(() => vi.unstubAllEnvs())

describe('openServices(names)', () => {
  it('finds or misses each, and says what it is or what to do', () => {
    const { running, missing } = services
    expect([...running, ...missing].map(({ name }) => name).sort()).toEqual([...names].sort())
    for (const { about } of running) expect(about).toMatch(/\w/)
    for (const { remedy } of missing) expect(remedy).toMatch(/set [A-Z]+_URL/)
  })

  it('calls the emulator of MongoDB an emulator', () => {
    const about = services.running.find(({ name }) => name === 'mongodb')?.about
    if (!process.env['MONGODB_URL']) expect(about).toContain('an emulator')
  })

  it('tells of a URL at which nobody answers, and does not start another', async () => {
    vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1')
    const { running, missing, failed, close } = await openServices(['redis'])
    expect([running, missing]).toEqual([[], []])
    expect(failed[0]?.problem).toMatch(/^127\.0\.0\.1:1, by REDIS_URL, does not answer: /)
    await close()
  })

  it.each<ServiceName>(['mongodb', 'redis'])(
    'ends what it started, and leaves nothing behind: %s',
    async (name) => {
      vi.stubEnv((await SERVICES[name]()).variable, '')
      const own = await openServices([name])
      const [started] = own.running
      if (!started) return expect(own.missing.map((one) => one.name)).toEqual([name])
      const { port } = new URL(started.url)
      expect(await isOpen(Number(port))).toBe(true)
      await own.close()
      expect(await isOpen(Number(port))).toBe(false)
    },
  )
})

describe('the keeper', () => {
  it.each<[string, (keeper: ChildProcess) => void]>([
    ['its parent is gone, whatever became of it', (keeper) => keeper.disconnect()],
    ['it is told to end', (keeper) => keeper.kill('SIGTERM')],
  ])('ends its service when %s', async (_when, leave) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'await-next-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const kept = () => readdirSync(folder)
    const keeper = fork(path.join(import.meta.dirname, 'keeper.ts'), ['mongodb'], {
      execArgv: ['--conditions=@await-next/source', '--import', 'tsx'],
      env: { ...process.env, [RUN_FOLDER]: folder },
    })
    const [{ url }] = await once(keeper, 'message')
    expect(kept()).toHaveLength(1)
    keeper.kill('SIGINT')
    expect(await isOpen(Number(new URL(url).port))).toBe(true)
    leave(keeper)
    await once(keeper, 'exit')
    expect(kept()).toEqual([])
    expect(await isOpen(Number(new URL(url).port))).toBe(false)
  })
})

describe.each(names)('%s', (name) => {
  it('gives every run a room of its own, and empties it', async ({ skip }) => {
    const service = services.running.find((one) => one.name === name)
    const { enter, remedy } = await SERVICES[name]()
    if (!service) return skip(remedy)
    const rooms = [
      await enter(service.url, 'await_next_test_1'),
      await enter(service.url, 'await_next_test_2'),
    ]
    expect(new Set(rooms.map(({ url, prefix }) => `${url} ${prefix}`)).size).toBe(2)
    for (const { leave } of rooms) await leave()
  })
})

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
