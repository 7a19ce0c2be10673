/** Every subject of every case, asked in this process: what is measured is comparable. */
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { isWhole, requestBytes, withoutDate } from './answer.ts'
import { hello } from './cases/hello.ts'
import { CASES } from './cases/index.ts'
import { WHY } from './cases/why.ts'
import { DifferentBytesError, proveSameBytes } from './same-bytes.ts'
import { SIDES, type SubjectId, start, subjectsOf } from './subjects.ts'
import { askOnce } from './wire.ts'

// As in a launch.
beforeAll(() => {
  vi.stubEnv('NODE_ENV', 'production')
  vi.spyOn(console, 'error').mockReturnValue()
  return () => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  }
})

const SIX = ['raw-express', 'express', 'mini-express', 'raw-koa', 'koa', 'mini-koa']

describe.each(CASES.filter((work) => work.kind === 'http'))('the case $id', (work) => {
  it('has the subjects of a side answer with the same bytes, bare Node included', async () => {
    const answers = new Map<SubjectId, Buffer>()
    for (const subject of subjectsOf(work)) {
      const { server } = await start(subject, work)
      onTestFinished(() => void server.close())
      answers.set(subject, await askOnce(server, requestBytes(work.ask)))
    }
    expect([...answers.keys()]).toEqual(expect.arrayContaining(SIX))
    for (const answer of answers.values()) expect(isWhole(answer)).toBe(true)
    proveSameBytes(work, answers)
  })
})

describe.each(WHY)('upstream without: $work.id', ({ side, work }) => {
  it('answers as with it', async () => {
    const { raw, upstream } = SIDES[side]
    const answers = new Map<SubjectId, Buffer>()
    for (const [name, asked] of [
      [upstream, hello],
      [raw, work],
    ] as const) {
      const { server } = await start(upstream, asked)
      onTestFinished(() => void server.close())
      answers.set(name, await askOnce(server, requestBytes(asked.ask)))
    }
    proveSameBytes(work, answers)
  })
})

describe('proveSameBytes', () => {
  it('asks of peers only the same body', () => {
    const answers = new Map<SubjectId, Buffer>([
      ['koa', answer('a')],
      ['polka', Buffer.from('HTTP/1.1 200 OK\r\n\r\na')],
    ])
    expect(() => proveSameBytes({ id: 'x' }, answers)).not.toThrow()
    answers.set('hono', answer('b'))
    expect(() => proveSameBytes({ id: 'x' }, answers)).toThrow(/^x: hono does not/)
  })

  const answer = (body: string, date = 'now') =>
    Buffer.from(`HTTP/1.1 200 OK\r\nDate: ${date}\r\nContent-Length: ${body.length}\r\n\r\n${body}`)

  it('does not mind the date', () => {
    const answers = new Map<SubjectId, Buffer>([
      ['express', answer('a')],
      ['mini-express', answer('a', 'later')],
    ])
    expect(() => proveSameBytes({ id: 'x' }, answers)).not.toThrow()
  })

  it('shows two answers that are not alike', () => {
    const answers = new Map<SubjectId, Buffer>([
      ['koa', answer('a')],
      ['raw-koa', answer('b')],
    ])
    expect(() => proveSameBytes({ id: 'x' }, answers)).toThrow(DifferentBytesError)
    expect(() => proveSameBytes({ id: 'x' }, answers)).toThrow(
      /x: raw-koa does not answer as koa does\.\n\nkoa:\n {2}HTTP\/1\.1 200 OK\n {2}Date: …\n.*a\n\nraw-koa:\n.*b$/s,
    )
  })

  it('does not compare the sides with each other', () => {
    const answers = new Map<SubjectId, Buffer>([
      ['koa', answer('a')],
      ['express', answer('b')],
    ])
    expect(() => proveSameBytes({ id: 'x' }, answers)).not.toThrow()
  })
})

describe('an answer', () => {
  it.each([
    [false, 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n'],
    [false, 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na'],
    [true, 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab'],
    [true, 'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n'],
    [false, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n'],
    [true, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n'],
    [false, 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'],
  ])('is whole: %s for %j', (whole, text) => {
    expect(isWhole(Buffer.from(text))).toBe(whole)
  })

  it('is asked for with the length of the body', () => {
    const ask = { method: 'POST', path: '/a', headers: { 'Content-Type': 'text/plain' }, body: 'ü' }
    expect(requestBytes(ask).toString()).toBe(
      'POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nü',
    )
  })

  it('is compared without its date', () => {
    expect(withoutDate(Buffer.from('A: b\r\nDate: Fri, 27 Nov\r\nC: d'))).toBe(
      'A: b\r\nDate: …\r\nC: d',
    )
  })
})
