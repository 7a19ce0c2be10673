import { describe, expect, it } from 'vitest'
import { functionAnchor, lineRanges, linesIn, sourceLink } from './links.ts'

describe('sourceLink(file, place)', () => {
  it('leads to the page of a file, and to a place on it', () => {
    expect(sourceLink('koa/lib/context.js')).toBe('source/koa/lib/context')
    expect(sourceLink('router/index.js')).toBe('source/router/')
    expect(sourceLink('koa/lib/context.js', { line: 106 })).toBe('source/koa/lib/context#L106')
    expect(sourceLink('router/index.js', { symbol: 'handle.next' })).toBe(
      'source/router/#fn-handle-next',
    )
    expect(sourceLink('koa-compose/index.js', { lit: [44, 40, 41, 42, 41], line: 40 })).toBe(
      'source/koa-compose/?lit=40-42,44#L40',
    )
  })
})

describe('functionAnchor(symbol)', () => {
  it('has letters, digits and hyphens only', () => {
    expect(functionAnchor('set body')).toBe('fn-set-body')
    expect(functionAnchor('use.forEach().[method]')).toBe('fn-use-forEach-method')
    expect(functionAnchor('runStores().then()~2')).toBe('fn-runStores-then-2')
  })
})

describe('linesIn(ranges)', () => {
  it('reads what lineRanges wrote, and leaves out what is no range', () => {
    expect(linesIn(lineRanges([1, 2, 3, 7]))).toEqual([1, 2, 3, 7])
    expect(linesIn('5-3,x,-1,4')).toEqual([4])
    expect(linesIn('')).toEqual([])
  })
})
