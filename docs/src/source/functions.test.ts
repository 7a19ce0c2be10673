import { describe, expect, it } from 'vitest'
import { functionsOf } from './functions.ts'

const symbols = (source: string) => functionsOf(source).map(({ symbol }) => symbol)

describe('functionsOf(source)', () => {
  it('names a function by what it is called, assigned to or handed to', () => {
    expect(symbols('function a() { return function () {} }')).toEqual(['a', 'a.return'])
    expect(symbols('app.use = function (fn) { fns.forEach(function () {}) }')).toEqual([
      'use',
      'use.forEach()',
    ])
    expect(symbols("defineGetter(req, 'fresh', function () {})")).toEqual(['fresh'])
    expect(symbols('module.exports = (a) => { const b = () => {} }')).toEqual([
      'module.exports',
      'module.exports.b',
    ])
    expect(symbols('app[method] = function () {}')).toEqual(['[method]'])
  })

  it('tells getters from setters, and members of a class by the class', () => {
    expect(symbols('x = { get body () {}, set body (b) {}, send () {} }')).toEqual([
      'get body',
      'set body',
      'send',
    ])
    expect(symbols('class App { constructor () {} use () {} static use () {} }')).toEqual([
      'App.constructor',
      'App.use',
      'App.static use',
    ])
    expect(symbols('var App = class { use () {} }')).toEqual(['App.use'])
  })

  it('gives each of several the same a number', () => {
    expect(symbols('p.then(() => {}, () => {})')).toEqual(['then()', 'then()~2'])
  })

  it('knows the other names of a function', () => {
    const [fn] = functionsOf('res.set = res.header = function header() {}')
    expect(fn).toMatchObject({ symbol: 'header', aliases: ['set'] })
  })

  it('counts lines from 1, and the comment above as its own', () => {
    const [fn] = functionsOf('\n/**\n * Hello.\n */\n\na.b = function () {\n  c()\n}\n')
    expect(fn).toMatchObject({ top: 2, from: 6, to: 8, long: false })
  })

  it('leaves long inner functions out of the text and the hash', () => {
    const inner = (body: string) => `function a() {\n  b(function () {\n    ${body}\n\n  })\n}`
    const [one] = functionsOf(inner('c()'))
    const [other] = functionsOf(inner('d()'))
    expect(one?.text).toBe('function a() {\n  b(…)\n}')
    expect(other?.hash).toBe(one?.hash)
  })

  it('has the same hash for other blanks and comments, and another for other code', () => {
    const hash = (source: string) => functionsOf(source)[0]?.hash
    expect(hash('function a () { // why\n  return  1 }')).toBe(hash('function a() { return 1 }'))
    expect(hash('function a() { return 2 }')).not.toBe(hash('function a() { return 1 }'))
  })
})
