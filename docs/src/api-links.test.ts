import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { upstreamLink } from './api-links.ts'
import { ROOT } from './paths.ts'
import { sourceLink } from './source/links.ts'
import { sourcePages } from './source/page.ts'

/** Every `@upstream` tag of the minis. */
const tags = new Set(
  ['mini-express', 'mini-koa'].flatMap((mini) => {
    const src = path.join(ROOT, 'packages', mini, 'src')
    return readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
      .flatMap((name) => [
        ...readFileSync(path.join(src, name), 'utf8').matchAll(
          /^ *(?:\/\*)?\*.*?@upstream (\S+)/gm,
        ),
      ])
      .map(([, tag = '']) => tag)
  }),
)

describe('upstreamLink(address)', () => {
  const pages = new Map(
    sourcePages('en').map(({ params }) => [`/${sourceLink(params.title)}`, params.html]),
  )

  it('leads from every tag to a place that is there', () => {
    expect(tags.size).toBeGreaterThan(80)
    for (const tag of tags) {
      const link = upstreamLink(tag)
      if (link.startsWith('https://')) {
        expect(link, tag).toMatch(
          /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/blob\/v\d+\.\d+\.\d+\/\w/,
        )
        continue
      }
      const [page = '', anchor] = link.split('#')
      const html = pages.get(page)
      expect(html, tag).toBeDefined()
      if (anchor) expect(html, tag).toContain(`id="${anchor}"`)
    }
  })

  it('leads to the function on our page, where there is one', () => {
    expect(upstreamLink('koa/lib/application.js#use')).toBe(
      '/source/koa/lib/application#fn-Application-use',
    )
    expect(upstreamLink('koajs/router/src/router.ts#register')).toMatch(
      /^\/source\/@koa\/router\/dist\/#fn-/,
    )
  })

  it('leads to the lines in the repository, where there is no page', () => {
    expect(upstreamLink('body-parser/lib/types/json.js#json')).toMatch(
      /^https:\/\/github\.com\/expressjs\/body-parser\/blob\/v[\d.]+\/lib\/types\/json\.js#L\d+-L\d+$/,
    )
  })

  it('says which function is gone', () => {
    expect(() => upstreamLink('koa/lib/application.js#gone')).toThrow('has no gone any more')
  })
})
