import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { askOnce, drive, isSettling } from './wire.ts'

const REQUEST = Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
const PLAN = { warmUpMs: { least: 2, most: 4 }, slices: 3, sliceMs: 1 }

describe('drive(what, plan)', () => {
  it('asks a server that does not listen, and measures each slice', async () => {
    let asked = 0
    const server = createServer((_req, res) => {
      asked += 1
      res.end('hello')
    })
    const answerBytes = (await askOnce(server, REQUEST)).length
    const slices = await drive({ server, request: REQUEST, answerBytes }, PLAN)
    expect(slices).toHaveLength(3)
    for (const slice of slices) expect(slice).toBeGreaterThan(0)
    expect(asked).toBeGreaterThan(100)
  })

  it('fails where the server closes the connection', async () => {
    const server = createServer((_req, res) => {
      res.setHeader('Connection', 'close')
      res.end('hello')
    })
    const driven = drive({ server, request: REQUEST, answerBytes: 10_000 }, PLAN)
    await expect(driven).rejects.toThrow('the server has closed the connection')
  })
})

describe('isSettling(slices)', () => {
  it.each([
    [true, [9, 8, 7]],
    [true, [9, 9, 9, 9, 5, 5, 5, 5]],
    [false, [5, 5, 5, 5, 5, 5, 5, 5]],
    [false, [99, 9, 5, 5, 5, 5, 5, 9, 5, 5]],
  ])('is %s for %j', (settling, slices) => {
    expect(isSettling(slices)).toBe(settling)
  })
})
