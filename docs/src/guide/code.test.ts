import { describe, expect, it, vi } from 'vitest'
import { codeBlocks } from './code.ts'
import { diffFence } from './fence.ts'

describe('codeBlocks()', () => {
  const block = codeBlocks()
  const html = (code: string, info: string, rest = '') => block(code, info, rest) as string

  it('gives a token a letter, and no colour', () => {
    expect(html('const a = 1\n', 'ts')).toBe(
      '<pre class="vp-code" tabindex="0" v-pre><code><span class="line"><span class="k">const </span><span class="n">a </span><span class="k">= </span><span class="n">1</span></span></code></pre>',
    )
  })

  it('marks the lines that came and the lines that went', () => {
    const [info = '', ...code] = diffFence('a\nb\n', 'a\nc\n', 'text').split('\n')
    const [, marks = ''] = info.split(' ')
    const lines = html(code.slice(0, -1).join('\n'), 'text', marks).match(/class="line[^"]*"/g)
    expect(lines).toEqual(['class="line"', 'class="line diff remove"', 'class="line diff add"'])
  })

  it('shows tags and braces as they are written', () => {
    expect(html('<b>{{ a }}</b>', 'text')).toContain('&lt;b&gt;{{ a }}&lt;/b&gt;')
  })

  it('knows a language with line numbers, and refuses one that it does not know', () => {
    expect(html('a', 'js:line-numbers=12')).toContain('<pre class="vp-code"')
    expect(() => html('a', 'cobol')).toThrow('There is no language "cobol"')
  })

  it('says the types of a snippet that asks for them, and fails on one that does not compile', () => {
    const told = html('const a = 1', 'ts', 'twoslash').replace(/<[^>]+>/g, '')
    expect(told).toContain('const a: 1')
    // While pages are written it is only told.
    vi.stubEnv('NODE_ENV', 'production')
    expect(() => html('const a: string = 1', 'ts', 'twoslash')).toThrow(/not assignable/)
  })
})
