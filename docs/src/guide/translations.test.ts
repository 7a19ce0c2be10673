import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findTranslations, freshnessOf, markTranslated } from './translations.ts'

let docs: string

const write = (page: string, text: string): void => {
  mkdirSync(path.dirname(path.join(docs, page)), { recursive: true })
  writeFileSync(path.join(docs, page), text)
}
const read = (page: string): string => readFileSync(path.join(docs, page), 'utf8')

beforeEach(() => {
  docs = mkdtempSync(path.join(os.tmpdir(), 'translations-'))
  write('guide/events.md', '# Events\n')
  write('zh/guide/events.md', '# 事件\n')
})
afterEach(() => rmSync(docs, { recursive: true }))

describe('freshnessOf(docs, page)', () => {
  it('knows nothing of a translation that notes nothing', () => {
    expect(freshnessOf(docs, 'guide/events.md')).toBe('unmarked')
  })

  it('takes a marked one for current', () => {
    markTranslated(docs, 'guide/events.md')
    expect(freshnessOf(docs, 'guide/events.md')).toBe('current')
  })

  it('calls it stale once the original has changed, and current again once it is marked again', () => {
    markTranslated(docs, 'guide/events.md')
    write('guide/events.md', '# Events\n\nOne more thing.\n')
    expect(freshnessOf(docs, 'guide/events.md')).toBe('stale')
    markTranslated(docs, 'guide/events.md')
    expect(freshnessOf(docs, 'guide/events.md')).toBe('current')
  })

  it('does not mind how lines end', () => {
    markTranslated(docs, 'guide/events.md')
    write('guide/events.md', '# Events\r\n')
    expect(freshnessOf(docs, 'guide/events.md')).toBe('current')
  })
})

describe('markTranslated(docs, page)', () => {
  it('adds front matter, keeps the text, and replaces an older note', () => {
    markTranslated(docs, 'guide/events.md')
    expect(read('zh/guide/events.md')).toMatch(/^---\ntranslates: '[0-9a-f]{12}'\n---\n\n# 事件\n$/)
    write('guide/events.md', '# Other\n')
    markTranslated(docs, 'guide/events.md')
    expect(read('zh/guide/events.md').match(/translates/g)).toHaveLength(1)
  })

  it('keeps the front matter that is there', () => {
    write('zh/guide/events.md', '---\nlayout: home\n---\n\n# 事件\n')
    markTranslated(docs, 'guide/events.md')
    expect(read('zh/guide/events.md')).toMatch(
      /^---\nlayout: home\ntranslates: '[0-9a-f]{12}'\n---\n\n# 事件\n$/,
    )
  })

  it('refuses a page that is not there in both languages', () => {
    expect(() => markTranslated(docs, 'guide/streams.md')).toThrow('no page guide/streams.md')
  })
})

describe('findTranslations(docs)', () => {
  it('lists what people write in either language, not what is made', () => {
    write('index.md', '# Home\n')
    write('zh/guide/old.md', '# 旧\n')
    write('api/index.md', '# API\n')
    write('zh/basics/index.md', '# Node\n')
    write('comparisons/[topic].md', '# Topic\n')
    expect(findTranslations(docs)).toEqual([
      { page: 'guide/events.md', freshness: 'unmarked' },
      { page: 'guide/old.md', freshness: 'orphan' },
      { page: 'index.md', freshness: 'missing' },
    ])
  })
})
