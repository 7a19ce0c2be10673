import { describe, expect, it } from 'vitest'
import { sourceSections, tokenize } from './search.ts'

describe('sourceSections(language)', () => {
  const of = (language: 'en' | 'zh', page: string) =>
    sourceSections(language).find(([name]) => name === page)?.[1] ?? []

  it('has the functions of a file, with their notes in the language', () => {
    const compose = (language: 'en' | 'zh') =>
      of(language, 'source/koa-compose/index.md').find(({ anchor }) => anchor === 'fn-compose')
    expect(compose('en')?.titles).toEqual(['koa-compose/index.js', 'compose'])
    expect(compose('en')?.text).toMatch(/middleware/)
    expect(compose('zh')?.text).toMatch(/中间件/)
  })

  it('has a page for every file, by the name that VitePress has for it', () => {
    const pages = sourceSections('en').map(([page]) => page)
    expect(pages).toContain('source/koa/lib/context.md')
    expect(new Set(pages).size).toBe(pages.length)
  })
})

describe('tokenize(text)', () => {
  it('finds words between Chinese ones, and names of code as they are', () => {
    expect(tokenize('调用 next()，再到 handleRequest 的中间件')).toEqual(
      expect.arrayContaining(['next', 'handleRequest', '中间']),
    )
  })

  it('takes a word apart in the same way wherever it stands', () => {
    const inside = tokenize('下游的中间件完成以后')
    expect(tokenize('中间件').every((part) => inside.includes(part))).toBe(true)
  })

  it('stands alone, as it is written into the page', () => {
    const alone = new Function(`return ${tokenize}`)() as typeof tokenize
    expect(alone('a 中间件')).toEqual(tokenize('a 中间件'))
  })
})
