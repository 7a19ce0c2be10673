import etag from 'etag'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strongETag, weakETag } from './etag.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  // Halves of surrogate pairs become replacement characters.
  fc.string({ unit: fc.constantFrom('a', 'é', '\ud800', '\udc00', '中'), maxLength: 400 }),
)

describe('an entity tag', () => {
  it('is what the etag package makes of any text, the first time and again', () => {
    fc.assert(
      fc.property(text, (text) => {
        for (const weak of [true, false]) {
          const make = weak ? weakETag : strongETag
          const theirs = etag(text, { weak })
          expect([make(text), make(text), make(text, 'utf8')]).toEqual([theirs, theirs, theirs])
        }
      }),
    )
  })

  it('is what the etag package makes of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const body = Buffer.from(bytes)
        expect(strongETag(body)).toBe(etag(body))
        expect(weakETag(body.toString('latin1'), 'latin1')).toBe(etag(body, { weak: true }))
      }),
    )
  })

  it('of many texts stays right, of those forgotten too', () => {
    const texts = Array.from({ length: 1200 }, (_, at) => `text ${at}`)
    const tags = texts.map((text) => strongETag(text))
    expect(tags).toEqual(texts.map((text) => etag(text)))
    expect(texts.map((text) => strongETag(text))).toEqual(tags)
  })
})
