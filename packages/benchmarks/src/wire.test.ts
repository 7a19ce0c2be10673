import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { askOnce, drive, isSettling, measure, settle } from './wire.ts'

const REQUEST = Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
const PLAN = { warmUpMs: { least: 20, most: 40 }, ms: 3 }

describe('drive(what)', () => {
  it('asks a server that does not listen, as often as it takes', async () => {
    let asked = 0
    const server = createServer((_req, res) => {
      asked += 1
      res.end('hello')
    })
    const answerBytes = (await askOnce(server, REQUEST)).length
    const run = drive({ server, request: REQUEST, answerBytes })
    const each = await settle(run, PLAN)
    expect(each).toBeGreaterThan(0)

    const before = asked
    expect(await measure(run, each, PLAN)).toBeGreaterThan(0)
    expect(asked - before).toBe(Math.max(16, Math.round((PLAN.ms * 1000) / each)))
  })

  it('fails where the server closes the connection', async () => {
    const server = createServer((_req, res) => {
      res.setHeader('Connection', 'close')
      res.end('hello')
    })
    const run = drive({ server, request: REQUEST, answerBytes: 10_000 })
    await expect(run(1)).rejects.toThrow('the server has closed the connection')
  })
})

describe('isSettling(slices)', () => {
  function eight(value: number): number[] {
    return Array.from({ length: 8 }, () => value)
  }

  it.each([
    [true, [9, 8, 7]],
    [true, [...eight(9), ...eight(5)]],
    [false, [...eight(5), ...eight(5)]],
    [false, [99, 9, ...eight(5), 5, 9, 5, 5, 5, 5, 5, 5]],
    [true, [...eight(5), 5, 9, 5, 9, 5, 9, 5, 9]],
  ])('is %s for %j', (settling, slices) => {
    expect(isSettling(slices)).toBe(settling)
  })
})
