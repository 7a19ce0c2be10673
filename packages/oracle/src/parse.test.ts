import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ResponseParser } from './parse.ts'

/** A parser that was given a whole response at once. */
function given(text: string, method = 'GET'): ResponseParser {
  const parser = new ResponseParser(method)
  parser.write(Buffer.from(text, 'latin1'))
  return parser
}

function read(text: string, { method = 'GET', ended = false } = {}) {
  return given(text, method).read(ended)
}

const OK = 'HTTP/1.1 200 OK\r\n'

describe('ResponseParser', () => {
  it('keeps status line and headers as they were sent, in order and case', () => {
    const { answers } = read(`${OK}X-b: 2\r\nx-A:1\r\nX-b:  3 \r\nContent-Length: 0\r\n\r\n`)
    expect(answers[0]).toMatchObject({
      statusLine: 'HTTP/1.1 200 OK',
      status: 200,
      headers: [
        ['X-b', '2'],
        ['x-A', '1'],
        ['X-b', '3'],
        ['Content-Length', '0'],
      ],
      complete: true,
    })
  })

  it.each([
    ['a length', 'Content-Length: 3\r\n\r\nabc', 'abc', true],
    ['a length that is not reached', 'Content-Length: 5\r\n\r\nabc', 'abc', false],
    [
      'chunks with extensions',
      'Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n\r\n',
      'abcd',
      true,
    ],
    ['chunks without the last one', 'Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', 'abc', false],
    ['a chunk cut short', 'Transfer-Encoding: chunked\r\n\r\n5\r\nab', 'ab', false],
    ['a chunk size that is none', 'Transfer-Encoding: chunked\r\n\r\nxyz\r\nab\r\n', '', false],
    [
      'a chunk longer than it says',
      'Transfer-Encoding: chunked\r\n\r\n1\r\nabc0\r\n\r\n',
      'a',
      false,
    ],
  ])('reads a body by %s', (_by, rest, body, complete) => {
    const { answers } = read(OK + rest)
    expect(String(answers[0]?.body)).toBe(body)
    expect(answers[0]?.complete).toBe(complete)
  })

  it('reads a body without a length until the stream ends', () => {
    expect(read(`${OK}\r\nabc`).answers[0]?.complete).toBe(false)
    expect(read(`${OK}\r\nabc`, { ended: true }).answers[0]).toMatchObject({ complete: true })
  })

  it('reads trailers', () => {
    const { answers } = read(`${OK}Transfer-Encoding: chunked\r\n\r\n0\r\nX-T: 1\r\nx-u: 2\r\n\r\n`)
    expect(answers[0]?.trailers).toEqual([
      ['X-T', '1'],
      ['x-u', '2'],
    ])
  })

  it.each([
    ['HEAD', `${OK}Content-Length: 9\r\n\r\n`],
    ['CONNECT', `${OK}Content-Length: 9\r\n\r\n`],
    ['GET', 'HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n'],
    ['GET', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n'],
  ])('expects no body where none can be (%s, %j)', (method, text) => {
    const parser = given(text, method)
    expect(parser.isComplete()).toBe(true)
    expect(parser.read().answers[0]?.body).toHaveLength(0)
  })

  it('reads interim answers before the final one', () => {
    const { answers } = read(
      `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${OK}Content-Length: 0\r\n\r\n`,
    )
    expect(answers.map(({ status }) => status)).toEqual([103, 200])
  })

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 0],
    ['a status that is none', 'HTTP/1.1 20 OK\r\n\r\n', 0],
    ['what follows a complete answer', `${OK}Content-Length: 1\r\n\r\nabc`, 1],
  ])('calls %s stray', (_what, text, answers) => {
    const parsed = read(text)
    expect(parsed.answers).toHaveLength(answers)
    expect(parsed.stray.length).toBeGreaterThan(0)
  })

  it('shows what cannot be read of a body as stray', () => {
    const { stray } = read(`${OK}Transfer-Encoding: chunked\r\n\r\n1\r\nabc0\r\n\r\n`)
    expect(String(stray)).toBe('bc0\r\n\r\n')
  })

  it('takes only blanks and tabs from around a value', () => {
    const { answers } = read(`${OK}X: \t\xa0a\xa0 \r\n\r\n`)
    expect(answers[0]?.headers).toEqual([['X', '\xa0a\xa0']])
  })

  it('is not complete after an interim answer', () => {
    expect(given('HTTP/1.1 100 Continue\r\n\r\n').isComplete()).toBe(false)
    expect(given('HTTP/1.1 101 Switching Protocols\r\n\r\n').isComplete()).toBe(true)
  })

  it('keeps a header line without a colon as a name', () => {
    expect(read(`${OK}nonsense\r\nContent-Length: 0\r\n\r\n`).answers[0]?.headers[0]).toEqual([
      'nonsense',
      '',
    ])
  })

  it('reads the same however the bytes are split', () => {
    const whole = `HTTP/1.1 100 Continue\r\n\r\n${OK}Transfer-Encoding: chunked\r\nX: y\r\n\r\n4\r\nab\r\n\r\n2;e\r\ncd\r\n0\r\nT: 1\r\n\r\nstray`
    const bytes = Buffer.from(whole, 'latin1')
    const expected = read(whole)
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: bytes.length }))
    fc.assert(
      fc.property(cuts, (unsorted) => {
        const parser = new ResponseParser('GET')
        const ends = [...unsorted.sort((a, b) => a - b), bytes.length]
        let from = 0
        for (const end of ends) {
          parser.write(bytes.subarray(from, end))
          parser.read()
          from = end
        }
        expect(parser.read()).toEqual(expected)
      }),
    )
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', OK, `${OK}Transfer-Encoding: chunked\r\n\r\n`),
        (bytes, head) => {
          const parser = new ResponseParser('GET')
          parser.write(Buffer.concat([Buffer.from(head), bytes]))
          parser.read()
          parser.read(true)
        },
      ),
    )
  })

  it('reads as many final answers as there were requests, and calls the rest stray', () => {
    const parser = new ResponseParser('GET', 2)
    const answer = (text: string) => `${OK}Content-Length: 1\r\n\r\n${text}`
    parser.write(Buffer.from(answer('a')))
    expect(parser.isComplete()).toBe(false)
    parser.write(Buffer.from(`HTTP/1.1 103 Early Hints\r\n\r\n${answer('b')}${answer('c')}`))
    expect(parser.isComplete()).toBe(true)
    const { answers, stray } = parser.read()
    expect(answers.map(({ status, body }) => [status, String(body)])).toEqual([
      [200, 'a'],
      [103, ''],
      [200, 'b'],
    ])
    expect(String(stray)).toBe(answer('c'))
  })
})
