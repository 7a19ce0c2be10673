import { describe, expect, it } from 'vitest'
import { counterpartsOf, moduleIn } from './counterparts.ts'
import { functionsOf } from './functions.ts'
import { highlightLines } from './highlight.ts'
import { functionAnchor } from './links.ts'
import { sourcePages } from './page.ts'
import { allUpstreamFiles } from './upstream.ts'

const pages = sourcePages('en')
const pageOf = (title: string) => pages.find(({ params }) => params.title === title)?.params

describe('sourcePages(language)', () => {
  it('has every line of every file, once, and an anchor for every long function', () => {
    for (const { file, text } of allUpstreamFiles()) {
      const html = pageOf(file)?.html ?? ''
      const lines = text.trimEnd().split('\n')
      const shown = [...html.matchAll(/<span class="line[ q]*" id="L(\d+)">(.*)/g)]
      expect(shown.map(([, line]) => Number(line))).toEqual(lines.map((_, at) => at + 1))
      const texts = shown.map(([, , rest = '']) => plain(rest))
      expect(texts).toEqual(lines)
      for (const { symbol, long } of functionsOf(text)) {
        if (long) expect(html).toContain(`id="${functionAnchor(symbol)}"`)
      }
    }
  })

  it('has no anchor twice', () => {
    for (const { params } of pages) {
      const ids = [...params.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, params.title).toBe(ids.length)
    }
  })

  it('stands under the name of the file, an index in its folder', () => {
    expect(pageOf('koa/lib/context.js')?.file).toBe('koa/lib/context')
    expect(pageOf('router/index.js')?.file).toBe('router/index')
  })

  it('leads to the tag of the version in the repository, and from there to the topics', () => {
    const { html = '' } = pageOf('koa/lib/context.js') ?? {}
    expect(html).toMatch(/koajs\/koa\/blob\/v\d+\.\d+\.\d+\/lib\/context\.js#L106-L168/)
    expect(html).toContain('href="../../../comparisons/throw-a-non-error"')
    expect(html).toContain('Permission is hereby granted')
  })

  it('says the notes of the other language in that', async () => {
    const zh = await sourcePages('zh')
    const { html = '' } =
      zh.find(({ params }) => params.title === 'koa-compose/index.js')?.params ?? {}
    expect(html).toContain('洋葱模型')
  })
})

describe('counterpartsOf(file, fn, all)', () => {
  const named = (file: string, symbol: string) => {
    const text = allUpstreamFiles().find((one) => one.file === file)?.text ?? ''
    const all = functionsOf(text)
    const fn = all.find((one) => one.symbol === symbol)
    if (!fn) throw new Error(`no ${symbol}`)
    return counterpartsOf(file, fn, all).map((one) => `${one.file}#${one.name}`)
  }

  it('goes by the tags, and by the name in a module that mirrors the file', () => {
    expect(named('koa-compose/index.js', 'compose.return.dispatch')).toEqual([
      'mini-koa/src/compose.ts#dispatch',
    ])
    expect(named('express/lib/response.js', 'send')[0]).toBe('mini-express/src/send.ts#send')
    expect(named('express/lib/request.js', 'query')).toEqual([
      'mini-express/src/request.ts#get query',
    ])
    expect(named('koa/lib/response.js', 'set body')[0]).toBe('mini-koa/src/response.ts#set body')
  })

  it('does not take an inner function for the outer one of its name', () => {
    expect(named('koa/lib/application.js', 'Application.callback.handleRequest')).toEqual([])
  })
})

describe('moduleIn(file, text)', () => {
  it('reads the tags of the module and of what is declared in it', () => {
    const head = '/**\n * A.\n *\n * @module\n * @upstream koa/lib/a.js#b\n */'
    const { files, declared } = moduleIn(
      'mini-koa/src/a.ts',
      `${head}\n\n/** @upstream koa/lib/a.js#c */\nexport const c = () => {\n  d()\n}\n`,
    )
    expect(files).toEqual(['koa/lib/a.js'])
    expect(declared).toMatchObject([{ name: 'c', from: 9, to: 11, tags: ['koa/lib/a.js#c'] }])
  })
})

describe('highlightLines(text, lang)', () => {
  it('keeps the text, and is not thrown by a directive without its semicolon', () => {
    const text = "'use strict'\n\n/**\n * <b> & c\n */\nconst a = `x`\n"
    const lines = highlightLines(text, 'javascript')
    expect(lines.map(plain)).toEqual(text.split('\n'))
    expect(lines[2]).toBe('<span class="c">/**</span>')
  })
})

/** The text of a piece of HTML. */
function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
