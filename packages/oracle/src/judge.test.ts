import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { ignored } from './ignore.ts'
import { explain, judge, type KnownDifference } from './judge.ts'
import type { Answer, Observation } from './observation.ts'

const answer: Answer = {
  statusLine: 'HTTP/1.1 200 OK',
  status: 200,
  headers: [
    ['Content-Type', 'text/plain'],
    ['Content-Length', '5'],
  ],
  body: Buffer.from('hello'),
  trailers: [],
  complete: true,
}
const seen: Observation = {
  request: 'GET /',
  answers: [answer],
  stray: Buffer.alloc(0),
  fate: 'kept',
  patience: 1000,
  slips: [],
}

/** The same observation with another answer. */
const answering = (changes: Partial<Answer>): Observation => ({
  ...seen,
  answers: [{ ...answer, ...changes }],
})
const saying = (text: string, kind: 'console' | 'warning' = 'console'): Observation => ({
  ...seen,
  slips: [{ kind, text }],
})
const fields = (one: Observation, other: Observation) =>
  judge(one, other).differences.map(({ field }) => field)

describe('judge(upstream, mini)', () => {
  it('agrees where nothing differs', () => {
    expect(judge(seen, structuredClone(seen))).toEqual({
      kind: 'agree',
      differences: [],
      ignored: [],
    })
  })

  it.each<[string, Observation, string[]]>([
    ['the status line', answering({ statusLine: 'HTTP/1.1 200 Fine' }), ['status line']],
    ['the order of headers', answering({ headers: [...answer.headers].reverse() }), ['headers']],
    [
      'the case of a header',
      answering({
        headers: [
          ['content-type', 'text/plain'],
          ['Content-Length', '5'],
        ],
      }),
      ['headers'],
    ],
    [
      'a header that is missing',
      answering({ headers: [['Content-Type', 'text/plain']] }),
      ['headers'],
    ],
    [
      'a header’s value',
      answering({
        headers: [
          ['Content-Type', 'text/css'],
          ['Content-Length', '5'],
        ],
      }),
      ['header Content-Type'],
    ],
    ['one byte of the body', answering({ body: Buffer.from('hellp') }), ['body']],
    ['trailers', answering({ trailers: [['X', '1']] }), ['trailers']],
    ['an answer cut short', answering({ complete: false }), ['answer']],
    ['a missing answer', { ...seen, answers: [] }, ['status line']],
    ['an interim answer', { ...seen, answers: [answer, answer] }, ['answer 2, status line']],
    ['the fate', { ...seen, fate: 'closed' }, ['fate']],
    ['stray bytes', { ...seen, stray: Buffer.from('x') }, ['stray bytes']],
    ['a slip', saying('x'), ['slips']],
  ])('notices %s', (_what, other, expected) => {
    expect(fields(seen, other)).toEqual(expected)
  })

  it('notices how long was waited in vain', () => {
    expect(
      fields({ ...seen, fate: 'no answer' }, { ...seen, fate: 'no answer', patience: 5 }),
    ).toEqual(['fate'])
  })

  it('agrees on silence only where it was stated', () => {
    const silent: Observation = { ...seen, answers: [], fate: 'no answer' }
    expect(fields(silent, silent)).toEqual(['answer'])
    expect(explain(judge(silent, silent))).toContain('nobody stated that none comes')
    expect(judge(silent, silent, { unanswered: true }).kind).toBe('agree')
    const closed: Observation = { ...silent, fate: 'closed' }
    expect(judge(silent, closed, { unanswered: true }).kind).toBe('differs')
  })

  it('compares what two visitors tell, and takes a visit that told nothing for none', () => {
    const visit = (...told: string[]): Observation => ({
      ...seen,
      answers: [],
      fate: 'visited',
      told,
    })
    expect(judge(visit('a', 'b'), visit('a', 'b')).kind).toBe('agree')
    expect(fields(visit('a', 'b'), visit('a'))).toEqual(['told'])
    expect(fields(visit(), visit())).toEqual(['answer'])
    const masked = judge(visit('127.0.0.1:1'), visit('127.0.0.1:2'))
    expect(masked).toMatchObject({ kind: 'agree', ignored: ['port'] })
  })

  it('leaves out the bytes of what Node could not parse, where the port stands in the Host header', () => {
    const printing = (bytes: string): Observation => ({
      ...seen,
      slips: [{ kind: 'console', text: `bytesParsed: 9,\n  rawPacket: <Buffer ${bytes}>` }],
    })
    expect(judge(printing('39 35'), printing('33 38'))).toMatchObject({
      kind: 'agree',
      ignored: ['port'],
    })
  })

  it('refuses to judge what was not seen', () => {
    expect(() => judge(seen, undefined as never)).toThrow(TypeError)
  })
})

describe('what is ignored', () => {
  const withHeader = (name: string, value: string) =>
    answering({ headers: [...answer.headers, [name, value]] })
  const html = (frames: string) => {
    const body = Buffer.from(`<pre>Error: x${frames}</pre>`)
    return answering({
      body,
      headers: [
        ['Content-Length', String(body.length)],
        ['ETag', `"${body.length}"`],
      ],
    })
  }
  const cases: Record<string, [one: Observation, other: Observation, real: Observation]> = {
    date: [withHeader('Date', 'Mon'), withHeader('Date', 'Tue'), withHeader('Expires', 'Tue')],
    'cookie expiry': [
      withHeader('Set-Cookie', 'a=b; path=/; expires=Sat, 28 Nov 2026 08:09:26 GMT; httponly'),
      withHeader('Set-Cookie', 'a=b; path=/; expires=Sun, 29 Nov 2026 08:09:28 GMT; httponly'),
      withHeader('Set-Cookie', 'a=b; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly'),
    ],
    'stack frames': [
      html('<br> &nbsp; &nbsp;at a (b.js:1:2)<br> &nbsp; &nbsp;at c'),
      html('<br> &nbsp; &nbsp;at d'),
      html(' and more'),
    ],
    port: [
      saying('http://127.0.0.1:1234/x'),
      saying('http://127.0.0.1:9/x'),
      saying('http://127.0.0.2:9/x'),
    ],
    paths: [
      saying(`at ${process.cwd()}/a.js`),
      saying(`at ${tmpdir()}/b.js`),
      saying('at nowhere/b.js'),
    ],
    room: [
      saying('E11000 await_next_0123456789ab.books'),
      saying('E11000 await_next_ba9876543210.books'),
      saying('E11000 await_next_0123456789ab.notes'),
    ],
    'process id': [
      saying('(node:1) Warning'),
      saying('(node:22) Warning'),
      saying('(node) Warning'),
    ],
  }

  it('is one list, and each rule has a case here', () => {
    expect(ignored.map(({ name }) => name).sort()).toEqual(Object.keys(cases).sort())
    for (const { reason } of ignored) expect(reason).toMatch(/\.$/)
  })

  it.each(Object.entries(cases))('%s, and says so', (name, [one, other]) => {
    expect(judge(one, other)).toMatchObject({ kind: 'agree', ignored: [name] })
  })

  it.each(Object.entries(cases))('%s, and hides nothing else', (_name, [one, , real]) => {
    expect(judge(one, real).kind).toBe('differs')
  })

  it('masks the stack of a printed error and keeps its message', () => {
    const printed = (message: string, file: string) =>
      saying(`Error: ${message}\n    at ${file}:1:1\n    at x {\n  status: 1\n}`)
    expect(judge(printed('a', 'b.js'), printed('a', 'c.js')).kind).toBe('agree')
    expect(judge(printed('a', 'b.js'), printed('z', 'b.js')).kind).toBe('differs')
  })

  it('does not believe a length that is wrong, stack or no stack', () => {
    const body = Buffer.from('Error\n    at a')
    const right = answering({ body, headers: [['Content-Length', String(body.length)]] })
    const wrong = answering({ body, headers: [['Content-Length', '3']] })
    expect(fields(right, wrong)).toEqual(['header Content-Length'])
  })

  it('masks length and tag of a body with a port in it, and of no other', () => {
    const telling = (port: string, etag: string) => {
      const body = Buffer.from(`I am http://127.0.0.1:${port}`)
      const headers: Answer['headers'] = [
        ['Content-Length', String(body.length)],
        ['ETag', etag],
      ]
      return answering({ body, headers })
    }
    expect(judge(telling('45123', '"a"'), telling('9', '"b"'))).toMatchObject({
      kind: 'agree',
      ignored: ['port'],
    })
    expect(fields(withHeader('ETag', '"a"'), withHeader('ETag', '"b"'))).toEqual(['header ETag'])
  })

  it('masks no folder that only ends or begins like one that is ignored', () => {
    const named = (folder: string) => [saying(`in ${folder}/a`), saying(`in ${folder}/b`)] as const
    expect(judge(...named(tmpdir())).kind).toBe('agree')
    expect(judge(...named(`${tmpdir()}-other`)).kind).toBe('differs')
    expect(judge(...named(`/var${tmpdir()}`)).kind).toBe('differs')
  })

  it('leaves binary bodies alone', () => {
    const binary = answering({ body: Buffer.from([0xff, ...Buffer.from('127.0.0.1:1234')]) })
    const other = answering({ body: Buffer.from([0xff, ...Buffer.from('127.0.0.1:9999')]) })
    expect(fields(binary, other)).toEqual(['body'])
  })
})

describe('known differences', () => {
  const entry: KnownDifference = {
    id: 'fine',
    comparison: 'here',
    field: 'status line',
    upstream: 'HTTP/1.1 200 OK',
    mini: 'HTTP/1.1 200 Fine',
    reason: 'for the test',
    upstreamSource: 'nowhere#nothing',
  }
  const fine = answering({ statusLine: 'HTTP/1.1 200 Fine' })
  const options = { comparison: 'here', known: [entry] }

  it('are accepted where they are listed', () => {
    expect(judge(seen, fine, options).kind).toBe('known difference')
  })

  it('are not accepted elsewhere, nor with something else beside them', () => {
    expect(judge(seen, fine, { ...options, comparison: 'there' }).kind).toBe('differs')
    const more = { ...fine, fate: 'closed' as const }
    expect(judge(seen, more, options).kind).toBe('differs')
  })

  it('fail once they have vanished', () => {
    const verdict = judge(seen, seen, options)
    expect(verdict.kind).toBe('differs')
    expect(explain(verdict)).toContain('known difference "fine"')
  })
})

describe('explain(verdict, labels)', () => {
  it('says in words who shows what', () => {
    const verdict = judge(seen, answering({ statusLine: 'HTTP/1.1 500 No' }))
    expect(explain(verdict, { upstream: 'koa', mini: 'mini-koa' })).toBe(
      'status line: koa shows "HTTP/1.1 200 OK", mini-koa shows "HTTP/1.1 500 No"',
    )
    expect(explain(judge(seen, seen))).toBe('upstream and mini agree')
  })

  it('cuts long texts around the first difference, and shows bytes that are no text as hex', () => {
    const long = (mark: string) =>
      answering({ body: Buffer.from('x'.repeat(500) + mark + 'y'.repeat(500)) })
    const told = explain(judge(long('A'), long('B')))
    expect(told.length).toBeLessThan(600)
    expect(told).toContain('xA')
    expect(told).toContain('xB')
    expect(explain(judge(seen, answering({ body: Buffer.from([0xff]) })))).toContain('(hex) ff')
  })
})
