/**
 * Any body, not only those that somebody thought of: random ones, read by upstream and by ours.
 */
import { deflateSync, gzipSync } from 'node:zlib'
import { judge, type RequestSpec, serve } from '@await-next/oracle'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BOUNDARY,
  multipart,
  type Options,
  part,
  post,
  showing,
  uploadFolder,
  whole,
} from '../../test/bodies.ts'
import { mini, upstream } from '../../test/pair.ts'

const uploadDir = uploadFolder()

const TYPES = [
  'application/json',
  'application/csp-report',
  'application/x-www-form-urlencoded',
  'text/plain',
  'APPLICATION/JSON ; charset="utf-16"',
  'text/html; charset=koi8-r',
  'application/octet-stream',
  'nonsense',
  `multipart/form-data; boundary=${BOUNDARY}`,
]

/** Pieces that mean something to one of the parsers. */
const PIECES = fc.constantFrom(
  ...['{', '}', '[', ']', '"', ':', ',', '1', 'true', 'null', '\\u00', ' ', '\n', '"__proto__"'],
  ...['a', 'b', '=', '&', '&&', '[]', '[b]', '[0]', '.', '%', '%5B', '%zz', '+', '__proto__'],
  ...['é', '中', '👋', '\ufeff', '\0', `--${BOUNDARY}`, `--${BOUNDARY}--`, '\r\n', '\r\n\r\n'],
)

const texts = fc.array(PIECES, { maxLength: 12 }).map((pieces) => pieces.join(''))

const bodies = fc.oneof(
  texts.map((text) => Buffer.from(text)),
  fc.json({ maxDepth: 3 }).map((json) => Buffer.from(json)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
)

const requests: fc.Arbitrary<RequestSpec> = fc
  .record({
    type: fc.constantFrom(...TYPES),
    body: bodies,
    coding: fc.constantFrom('gzip', 'deflate', 'identity', 'br', undefined, undefined, undefined),
    coder: fc.constantFrom(gzipSync, deflateSync, (bytes: Buffer) => bytes),
    chunked: fc.boolean(),
    method: fc.constantFrom('POST', 'POST', 'PUT', 'DELETE'),
  })
  .map(({ type, body, coding, coder, chunked, method }) => {
    const bytes = coding ? coder(body) : body
    const sent = chunked && bytes.length > 0 ? [bytes] : bytes
    return { ...post(type, sent, coding ? [['Content-Encoding', coding]] : []), method }
  })

/** Heads that make fields, and heads that make files of parts; one without a name, and none. */
const HEADS = fc.constantFrom<string[]>(
  ['Content-Disposition: form-data; name="a"'],
  ['content-disposition: FORM-DATA; name=b'],
  ['Content-Disposition: form-data; name="__proto__"'],
  ['Content-Disposition: form-data; name="f"; filename="a.txt"', 'Content-Type: text/plain'],
  ['Content-Disposition: form-data; name="f"; filename="b/c.txt"', 'Content-Type: image/png'],
  ['Content-Disposition: form-data; filename="d"', 'Content-Type: text/plain'],
  ['Content-Type: text/plain'],
  [],
)

const parts = fc.record({ head: HEADS, content: fc.oneof(texts, fc.constant('x'.repeat(20_000))) })

const forms: fc.Arbitrary<RequestSpec> = fc
  .record({
    parts: fc.array(parts, { maxLength: 5 }),
    isWhole: fc.boolean(),
    sizes: fc.constantFrom(undefined, 1000, 70_000),
  })
  .map(({ parts, isWhole, sizes }) => {
    const all = parts.map(({ head, content }) => part(head, content))
    const bytes = isWhole ? whole(...all) : Buffer.concat(all)
    const sent = sizes && bytes.length > 0 ? chunksOf(bytes, sizes) : bytes
    return post(`multipart/form-data; boundary=${BOUNDARY}`, sent)
  })

function chunksOf(bytes: Buffer, size: number): Buffer[] {
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}

const OPTIONS: Record<string, Options> = {
  'few options': multipart({ uploadDir }),
  'every option': {
    ...multipart({
      uploadDir,
      allowEmptyFiles: true,
      minFileSize: 0,
      hashAlgorithm: 'md5',
      keepExtensions: true,
      onFileBegin: (name, file) => {
        file.originalFilename = `${name} ${file.originalFilename}`
      },
    }),
    patchNode: true,
    includeUnparsed: true,
    jsonStrict: false,
    jsonLimit: 24,
    formLimit: '24b',
    textLimit: 24,
    encoding: 'latin1',
    jsonTypes: ['json', '+json'],
    textTypes: ['text/*', 'nonsense', 'application/octet-stream'],
    parsedMethods: ['POST', 'DELETE'],
    queryString: { depth: 1, parameterLimit: 3, comma: true },
  },
}

describe.each(Object.entries(OPTIONS))('koaBody() with %s', (_, options) => {
  it.each([
    ['any body', requests, 400],
    ['any form with files', forms, 150],
  ] as const)('reads %s as upstream does', async (_what, asked, numRuns) => {
    const theirs = await serve(showing(options)(upstream))
    const ours = await serve(showing(options)(mini))
    const property = fc.asyncProperty(asked, async (request) => {
      const verdict = judge(await theirs.ask(request), await ours.ask(request))
      expect(verdict).toMatchObject({ kind: 'agree' })
    })
    try {
      await fc.assert(property, { numRuns })
    } finally {
      await Promise.all([theirs.close(), ours.close()])
    }
  })
})
