/**
 * The built site as files: which links lead nowhere, and what a page weighs.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** One page. */
export interface BuiltPage {
  /** With the base: `/await-next/zh/basics/`, `/await-next/guide/stack`. */
  address: string
  html: string
}

/** What `pnpm docs:build` has made. */
export interface BuiltSite {
  folder: string
  /** Where it was built to stand: `/`, `/await-next/`. */
  base: string
  pages: readonly BuiltPage[]
}

/** Reads all pages. */
export function readSite(folder: string): BuiltSite {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .sort()
  const home = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const [, base = '/'] = /src="([^"]*)assets\/app\.[^"]+\.js"/.exec(home) ?? []
  const pages = files.map((file) => ({
    address: base + file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, ''),
    html: readFileSync(path.join(folder, file), 'utf8'),
  }))
  return { folder, base, pages }
}

/** The part of the site that a page belongs to: `guide`, `source`; empty for the home pages. */
export function kindOf({ base }: BuiltSite, { address }: BuiltPage): string {
  return address.slice(base.length).replace(/^zh\//, '').split('/')[0] ?? ''
}

/** Links and files that are not there, each with the page that names it. */
export function brokenLinks({ folder, base, pages }: BuiltSite): string[] {
  const anchors = new Map(pages.map(({ address, html }) => [address, idsIn(html)]))
  const isThere = (url: URL): boolean => {
    const address = decodeURIComponent(url.pathname)
    const ids = anchors.get(address)
    if (ids) return url.hash === '' || ids.has(decodeURIComponent(url.hash.slice(1)))
    return address.startsWith(base) && existsSync(path.join(folder, address.slice(base.length)))
  }
  return pages.flatMap(({ address, html }) => {
    const here = new URL(encodeURI(address), 'http://site')
    return [...new Set(linksIn(html))]
      .filter((link) => {
        const url = new URL(link, here)
        return url.origin === here.origin && !isThere(url)
      })
      .map((link) => `${address}: ${link}`)
  })
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  )
}

function idsIn(html: string): Set<string> {
  return new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))
}

/** Bytes of a page and of all files that it names to be shown, each compressed. */
export function weightOf(site: BuiltSite, { html }: BuiltPage): number {
  const assets = new Set(linksIn(html).filter((link) => link.startsWith(`${site.base}assets/`)))
  return [...assets].reduce((sum, asset) => sum + assetWeight(site, asset), compressed(html))
}

function assetWeight({ folder, base }: BuiltSite, asset: string): number {
  const known = weights.get(asset)
  if (known !== undefined) return known
  const weight = compressed(readFileSync(path.join(folder, asset.slice(base.length))))
  weights.set(asset, weight)
  return weight
}

const weights = new Map<string, number>()

/** As most servers send it. */
export function compressed(content: string | Buffer): number {
  return gzipSync(content).length
}
