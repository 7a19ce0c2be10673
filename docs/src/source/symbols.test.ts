import { describe, expect, it } from 'vitest'
import { excerpt } from './excerpt.ts'
import { findSymbol } from './symbols.ts'

/** The first line of what is found. */
function found(text: string, symbol: string, address = 'some/file.ts'): string {
  const { start, end } = findSymbol(address, text, symbol)
  return text.slice(start, end).split('\n')[0] ?? ''
}

describe('findSymbol(address, text, symbol)', () => {
  it('finds what is declared, assigned, or a member', () => {
    expect(found('function a() {}', 'a')).toBe('function a() {}')
    expect(found('app.use = function use() {}', 'app.use')).toBe('app.use = function use() {}')
    expect(found('res.set = res.header = function () {}', 'header')).toMatch(/^res\.set = /)
    expect(found('module.exports = class App { constructor() {} }', 'App.constructor')).toBe(
      'constructor() {}',
    )
    expect(found('const proto = { get body() { return 1 } }', 'body')).toMatch(/^get body/)
    expect(found('class Walk { #goOn() {} }', 'Walk.#goOn')).toBe('#goOn() {}')
  })

  it('finds a statement by a function that is handed over in it', () => {
    expect(found("getter(req, 'ip', function ip() {})", 'ip')).toMatch(/^getter\(req/)
  })

  it('finds a statement by how it begins', () => {
    expect(found("delegate(a, 'b')\ndelegate(c, 'd')", "delegate(c, 'd')")).toBe("delegate(c, 'd')")
  })

  it('takes the outermost of several', () => {
    expect(found('class App { run() { const step = 1 } step() {} }', 'step')).toBe('step() {}')
  })

  it('takes overloads, and a getter with its setter, as one', () => {
    const text = 'class A { get b() { return 1 }\n set b(value) {} }'
    const { start, end } = findSymbol('some/file.ts', text, 'A.b')
    expect(text.slice(start, end)).toBe('get b() { return 1 }\n set b(value) {}')
  })

  it('says which symbol is gone, and which may mean more than one thing', () => {
    expect(() => found('function a() {}', 'b')).toThrow('some/file.ts has no b any more.')
    expect(() => found('class A { c() {} }; class B { c() {} }', 'c')).toThrow(/A\.c, B\.c/)
  })
})

describe('excerpt(address)', () => {
  it('gives code, comment and lines as they stand in the installed file', () => {
    const { source, line, lastLine, code } = excerpt('koa-compose/index.js#dispatch')
    expect(source.package).toMatchObject({ name: 'koa-compose', repository: expect.any(String) })
    expect(code.split('\n')).toHaveLength(lastLine - line + 1)
    expect(source.text.split('\n')[line - 1]?.trim()).toBe(code.split('\n')[0])
    expect(excerpt('mini-koa/src/compose.ts#dispatch').doc).toMatch(/^\/\*\*/)
  })

  it.each([
    ['no-such-package/a.js#b', /no-such-package is not installed/],
    ['koa/lib/nothing.js#b', /has no lib\/nothing\.js/],
    ['koa/lib/application.js#nothing', /koa\/lib\/application\.js has no nothing/],
    ['koa/lib/application.js', /names no symbol/],
  ])('refuses %s', (address, message) => {
    expect(() => excerpt(address)).toThrow(message)
  })
})
