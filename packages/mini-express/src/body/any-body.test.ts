/**
 * Any body, not only those that somebody thought of: random ones, read by upstream and by ours.
 */
import { gzipSync } from 'node:zlib'
import { judge, type RequestSpec, serve } from '@await-next/oracle'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { post, showing } from '../../test/bodies.ts'
import { pair } from '../../test/pair.ts'
import type { BodyOptions } from './index.ts'

const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'text/plain',
  'application/octet-stream',
  'APPLICATION/JSON ; charset="utf-16"',
  'application/json;charset=utf-32;charset=utf-8',
  'text/plain; charset=koi8-r',
  'application/x-www-form-urlencoded; charset=iso-8859-1',
  'application/json; charset',
  'text/plain; charset=',
  'nonsense',
]

/** Pieces that mean something to one of the parsers. */
const PIECES = fc.constantFrom(
  ...['{', '}', '[', ']', '"', ':', ',', '1', 'true', 'null', '\\u00', '#', '$&', ' ', '\n'],
  ...['a', 'b', '=', '&', '&&', '[]', '[b]', '[0]', '%', '%5B', '%zz', '+', ';', '__proto__'],
  ...['utf8=%E2%9C%93', '%26%239786%3B', 'é', '中', '👋', '\ufeff', '\0'],
)

const bodies = fc.oneof(
  fc.array(PIECES, { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join(''))),
  fc.json({ maxDepth: 3 }).map((json) => Buffer.from(json)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
)

const requests: fc.Arbitrary<RequestSpec> = fc
  .record({
    type: fc.constantFrom(...TYPES),
    body: bodies,
    coding: fc.constantFrom('gzip', 'deflate', 'identity', undefined, undefined),
    gzipped: fc.boolean(),
    chunked: fc.boolean(),
  })
  .map(({ type, body, coding, gzipped, chunked }) => {
    const bytes = gzipped && coding ? gzipSync(body) : body
    const sent = chunked && bytes.length > 0 ? [bytes] : bytes
    return post(type, sent, coding ? [['Content-Encoding', coding]] : [])
  })

const OPTIONS: Record<string, BodyOptions & Record<string, unknown>> = {
  'no options': {},
  'every option': {
    extended: true,
    strict: false,
    limit: 24,
    parameterLimit: 3,
    depth: 1,
    charsetSentinel: true,
    interpretNumericEntities: true,
    defaultCharset: 'iso-8859-1',
    verify: (_req, _res, bytes) => {
      if (bytes.length === 7) throw new Error('seven')
    },
  },
}

describe('all parsers in a row', () => {
  it.each(Object.entries(OPTIONS))(
    'read any body as upstream does, with %s',
    async (_, options) => {
      const program = showing((framework) => [
        framework.json(options),
        framework.urlencoded(options),
        framework.text(options),
        framework.raw({ ...options, type: '*/*' }),
      ])
      const upstream = await serve(program(pair.frameworks.upstream))
      const mini = await serve(program(pair.frameworks.mini))
      const property = fc.asyncProperty(requests, async (request) => {
        const verdict = judge(await upstream.ask(request), await mini.ask(request))
        expect(verdict).toMatchObject({ kind: 'agree' })
      })
      try {
        await fc.assert(property, { numRuns: 250 })
      } finally {
        await Promise.all([upstream.close(), mini.close()])
      }
    },
  )
})
