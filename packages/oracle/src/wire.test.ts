import { describe, expect, it } from 'vitest'
import { methodOf, nameOf, serialize } from './wire.ts'

const wire = (spec: Parameters<typeof serialize>[0]) => String(serialize(spec, 'h:1'))

describe('serialize(spec, host)', () => {
  it('asks for / with GET unless told otherwise', () => {
    expect(wire({})).toBe('GET / HTTP/1.1\r\nHost: h:1\r\n\r\n')
  })

  it('keeps header lines in order and case, and a Host that is given', () => {
    expect(
      wire({
        headers: [
          ['x-B', '1'],
          ['HOST', 'own'],
          ['x-B', '2'],
        ],
      }),
    ).toBe('GET / HTTP/1.1\r\nx-B: 1\r\nHOST: own\r\nx-B: 2\r\n\r\n')
  })

  it('counts the bytes of a body', () => {
    expect(wire({ method: 'POST', body: '中' })).toContain('Content-Length: 3\r\n\r\n中')
  })

  it('sends a list in chunks', () => {
    const text = wire({ method: 'POST', body: ['ab', Buffer.from('c')] })
    expect(text).toContain('Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n')
  })

  it('leaves the framing alone where it is given', () => {
    const text = wire({ headers: [['content-length', '99']], body: 'x' })
    expect(text).toBe('GET / HTTP/1.1\r\nHost: h:1\r\ncontent-length: 99\r\n\r\nx')
  })

  it('sends a list as it is where its length is given', () => {
    const text = wire({ headers: [['Content-Length', '2']], body: ['a', 'b'] })
    expect(text).toBe('GET / HTTP/1.1\r\nHost: h:1\r\nContent-Length: 2\r\n\r\nab')
  })

  it('sends raw bytes untouched', () => {
    expect(wire({ raw: 'no http\n' })).toBe('no http\n')
  })

  it.each([
    [{ method: 'GET\r\nX: y' }, /^method: /],
    [{ target: '/\n' }, /^target: /],
    [{ headers: [['a\nb', 'c']] as const }, /^header name: /],
    [{ headers: [['a', 'b\r\nc: d']] as const }, /^header a: /],
    [{ target: '/中' }, /^target: "\/中" holds a character beyond U\+00FF/],
    [{ headers: [['a', '中']] as const }, /^header a: /],
    [{ body: ['a', ''] }, /^body: a chunk must not be empty/],
  ])('refuses %j and names the field', (spec, message) => {
    expect(() => serialize(spec, 'h')).toThrow(message)
  })
})

describe('methodOf(spec), nameOf(spec)', () => {
  it('read them from raw bytes too', () => {
    expect([
      methodOf({}),
      methodOf({ method: 'PUT' }),
      methodOf({ raw: 'HEAD / HTTP/1.1' }),
    ]).toEqual(['GET', 'PUT', 'HEAD'])
    expect([nameOf({}), nameOf({ name: 'mine' }), nameOf({ raw: 'x' })]).toEqual([
      'GET /',
      'mine',
      'raw bytes',
    ])
  })
})
