/**
 * UPSTREAM.md: which versions everything here speaks of, written from the lockfile.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Where the page stands. */
export const UPSTREAM_FILE = path.join(ROOT, 'UPSTREAM.md')

/** The frameworks themselves; all else in the two catalogs are libraries they are built on. */
const UPSTREAMS = [
  { name: 'express', catalog: 'express', mini: 'mini-express', repository: 'expressjs/express' },
  { name: 'router', catalog: 'express', mini: 'mini-express', repository: 'pillarjs/router' },
  {
    name: 'body-parser',
    catalog: 'express',
    mini: 'mini-express',
    repository: 'expressjs/body-parser',
  },
  {
    name: 'serve-static',
    catalog: 'express',
    mini: 'mini-express',
    repository: 'expressjs/serve-static',
  },
  {
    name: 'finalhandler',
    catalog: 'express',
    mini: 'mini-express',
    repository: 'pillarjs/finalhandler',
  },
  { name: 'koa', catalog: 'koa', mini: 'mini-koa', repository: 'koajs/koa' },
  { name: 'koa-compose', catalog: 'koa', mini: 'mini-koa', repository: 'koajs/compose' },
  { name: '@koa/router', catalog: 'koa', mini: 'mini-koa/router', repository: 'koajs/router' },
  { name: 'koa-body', catalog: 'koa', mini: 'mini-koa/body', repository: 'koajs/koa-body' },
] as const

type Catalogs = Record<'express' | 'koa', Record<string, { version: string }>>

/** The page as it should read for the lockfile as it is. */
export function upstreamPage(): string {
  const { catalogs }: { catalogs: Catalogs } = parse(
    readFileSync(path.join(ROOT, 'pnpm-lock.yaml'), 'utf8'),
  )
  return `# Upstream

Every claim, comparison and \`@upstream\` tag in this repository speaks of these versions. They are pinned
in \`pnpm-workspace.yaml\` and are the ones in \`pnpm-lock.yaml\`. This page is written by \`pnpm upstream\`,
and a test fails when it no longer fits the lockfile.

All of them are published under the MIT licence. None of their code is in this repository: it is
installed, read and run from \`node_modules\`.

| package | version | repository | mirrored by |
| --- | --- | --- | --- |
${UPSTREAMS.map(
  ({ name, catalog, mini, repository }) =>
    `| ${name} | ${versionOf(catalogs, catalog, name)} | <https://github.com/${repository}> | \`${mini}\` |`,
).join('\n')}

## The libraries below

Express and Koa stand on different majors of some of the same libraries. Each mini takes the major of its
own upstream, since the bytes differ.

| library | mini-express | mini-koa |
| --- | --- | --- |
${libraries(catalogs)
  .map((name) => `| ${name} | ${cell(catalogs.express, name)} | ${cell(catalogs.koa, name)} |`)
  .join('\n')}
`
}

function versionOf(catalogs: Catalogs, catalog: 'express' | 'koa', name: string): string {
  const entry = catalogs[catalog][name]
  if (!entry) throw new Error(`pnpm-lock.yaml: the ${catalog} catalog has no ${name}`)
  return entry.version
}

function libraries({ express, koa }: Catalogs): string[] {
  const upstreams = new Set<string>(UPSTREAMS.map(({ name }) => name))
  return [...new Set([...Object.keys(express), ...Object.keys(koa)])]
    .filter((name) => !name.startsWith('@types/') && !upstreams.has(name))
    .sort()
}

function cell(catalog: Record<string, { version: string }>, name: string): string {
  return catalog[name]?.version ?? '–'
}
