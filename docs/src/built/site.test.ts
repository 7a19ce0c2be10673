import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { brokenLinks, compressed, kindOf, readSite, weightOf } from './site.ts'

/** A site of a few pages, below `/base/`. */
function site(pages: Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'))
  const files = {
    'index.html': '',
    'assets/app.1.js': 'app',
    'assets/style.css': 'style',
    ...pages,
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    const app = '<script src="/base/assets/app.1.js"></script>'
    writeFileSync(path.join(folder, file), file.endsWith('.html') ? app + text : text)
  }
  return readSite(folder)
}

describe('readSite(folder)', () => {
  it('knows where the site stands, and its pages by their addresses', () => {
    const { base, pages } = site({ 'zh/guide/stack.html': '', 'steps/index.html': '' })
    expect(base).toBe('/base/')
    expect(pages.map(({ address }) => address)).toEqual([
      '/base/',
      '/base/steps/',
      '/base/zh/guide/stack',
    ])
  })

  it('knows the part of the site that a page belongs to', () => {
    const made = site({ 'zh/guide/stack.html': '' })
    expect(made.pages.map((page) => kindOf(made, page))).toEqual(['', 'guide'])
  })
})

describe('brokenLinks(site)', () => {
  it('finds nothing where all is there', () => {
    const links =
      '<a href="../guide/a#L1">a</a><a href="https://nodejs.org">b</a><a href="#x" id="x">c</a>'
    expect(brokenLinks(site({ 'steps/index.html': links, 'guide/a.html': '<p id="L1">' }))).toEqual(
      [],
    )
  })

  it('finds a page, an anchor and a file that are not there, and what forgets the base', () => {
    const links = '<a href="/base/b">b</a><a href="#y">y</a><img src="./z.png"><a href="/a">a</a>'
    expect(brokenLinks(site({ 'a.html': links }))).toEqual([
      '/base/a: /base/b',
      '/base/a: #y',
      '/base/a: ./z.png',
      '/base/a: /a',
    ])
  })
})

describe('weightOf(site, page)', () => {
  it('adds up a page and the files that it names, once each', () => {
    const style = '<link rel="preload" href="/base/assets/style.css">'
    const made = site({ 'a.html': style + style })
    const page = made.pages.find(({ address }) => address === '/base/a')
    expect(page && weightOf(made, page)).toBe(
      compressed(page?.html ?? '') + compressed('app') + compressed('style'),
    )
  })
})
