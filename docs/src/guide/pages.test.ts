import { describe, expect, it } from 'vitest'
import { demoPages } from './demo-pages.ts'
import { diffFence, fence } from './fence.ts'
import { STEPS, stepPages } from './step-pages.ts'

describe('fence(code, info)', () => {
  it('is longer than any fence in the code', () => {
    expect(fence('```js\n1\n```\n', 'md')).toBe('````md\n```js\n1\n```\n````')
  })
})

describe('diffFence(before, after, info)', () => {
  it('keeps the lines that went, and says a letter for each line', () => {
    expect(diffFence('a\nb\nc\n', 'a\nB\nc\nd\n', 'ts')).toBe(
      '```ts marks=kdaka\na\nb\nB\nc\nd\n```',
    )
  })

  it('uses no digits, which VitePress takes for line numbers', () => {
    expect(diffFence('a\n', 'b\n', 'ts').split('\n')[0]).not.toMatch(/\d/)
  })
})

describe('stepPages()', () => {
  const pages = stepPages()

  it('has a page for every step in both languages, and an index', () => {
    const steps = STEPS.express.length + STEPS.koa.length
    expect([...pages.keys()].filter((page) => page.startsWith('zh/'))).toHaveLength(steps + 1)
    expect(pages.size).toBe(2 * (steps + 1))
  })

  it('shows every file of a step whole, and nothing that marks a region', () => {
    const page = pages.get('steps/koa/1-compose.md') ?? ''
    expect(page).toContain('[koa/1-compose/compose.ts]')
    expect(page).toContain("new Error('next() called multiple times')")
    expect(page).not.toContain('#region')
  })

  it('links to the steps whose files are used as they were', () => {
    expect(pages.get('steps/koa/6-router.md')).toContain('[`compose.ts`](./1-compose)')
  })

  it('says in Chinese what a step can do', () => {
    expect(pages.get('zh/steps/koa/1-compose.md')).toContain('- 拒绝第二次 next()')
  })
})

describe('demoPages()', () => {
  it('hides what a demo prints until it is asked for', async () => {
    const page = (await demoPages()).get('basics/esm/cycle.md') ?? ''
    const [before, details] = page.split('::: details')
    expect(before).not.toContain('later: parent')
    expect(details).toContain('later: parent')
  })

  it('has no tag but that around the question, which holds paragraphs and is none', async () => {
    const pages = await demoPages()
    for (const [name, page] of pages) {
      if (name.endsWith('index.md')) continue
      const prose = page.replace(/(`{3,})[\s\S]*?\1/g, '').replace(/`[^`]*`/g, '')
      const tags = prose.match(/<(?!div class="question">|https?:)[a-z][^>]*>/gi) ?? []
      expect(tags, name).toEqual([])
    }
  })
})
