/**
 * Upstream's suites: what each tests, how it is run, and what its imports become.
 *
 * @module
 */
import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Target } from './child/redirect.ts'

/** Who stands in for the framework of the suite. */
export type SubjectKind = 'upstream' | 'mini'

/** A suite's definition. */
export interface Suite {
  name: string
  /** The upstream package, as it is installed here. */
  upstream: string
  /** What it is called in a report. */
  mini: string
  /** Where the suite is published. */
  repository: string
  /** Files of tests, by their path from the suite's folder. */
  tests: RegExp
  /** The command, after `node`: `node --test`, with what the suite's own script puts before it, or mocha. */
  runner: { kind: 'node'; flags?: readonly string[] } | { kind: 'mocha'; flags?: readonly string[] }
  env?: Readonly<Record<string, string>>
  /** What in the suite's folder is framework, not test; without extension, `''` is the folder itself. */
  own: readonly string[]
  /** By path (`./lib/context`) or package: upstream's file and ours, see {@link targetOf}. */
  redirects: Readonly<Record<string, readonly [upstream: string, mini: string | undefined]>>
}

const ROOT = new URL('../', import.meta.url)

/**
 * `koa/lib/context.js#Context.prototype` → the file, wherever it is installed, and the names inside it. What stands after
 * `=>` is made of that.
 */
export function targetOf(place: string): Target {
  const [where = '', made] = place.split(' => ')
  const [file = '', member] = where.split('#')
  if (path.isAbsolute(file)) return { file }
  const [scope = '', name = ''] = file.split('/')
  const mini = /^mini-(koa|express)$/.test(scope) ? `@await-next/${scope}` : undefined
  const home = mini ?? (scope.startsWith('@') ? `${scope}/${name}` : scope)
  const inside = file.slice((mini ? scope : home).length)
  return {
    file: path.join(folderOf(home), inside),
    ...(member && { member: member.split('.') }),
    ...(made && { made: made as Exclude<Target['made'], undefined> }),
  }
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  return JSON.parse(readFileSync(path.join(folderOf(name), 'package.json'), 'utf8')).version
}

function folderOf(name: string): string {
  return realpathSync(fileURLToPath(new URL(`node_modules/${name}`, ROOT)))
}

const KOA = ['koa/lib/application.js', 'mini-koa/dist/index.js'] as const
const KOA_ROUTER = ['@koa/router/dist/index.js', 'mini-koa/dist/router/index.js'] as const
const KOA_BODY = ['koa-body/dist/esm/index.js', 'mini-koa/dist/body/index.js'] as const
const EXPRESS = ['express/index.js', 'mini-express/dist/index.js'] as const

/** All of them. */
export const suites: readonly Suite[] = [
  {
    name: 'koa',
    upstream: 'koa',
    mini: 'mini-koa',
    repository: 'koajs/koa',
    tests: /^__tests__\/.*\.test\.js$/,
    runner: { kind: 'node' },
    own: ['', 'lib', 'dist'],
    redirects: {
      './': KOA,
      './lib/application': KOA,
      './lib/context': ['koa/lib/context.js', 'mini-koa/dist/context.js#Context.prototype'],
      './lib/request': ['koa/lib/request.js', 'mini-koa/dist/request.js#Request.prototype'],
      './lib/response': ['koa/lib/response.js', 'mini-koa/dist/response.js#Response.prototype'],
      './lib/is-stream': ['koa/lib/is-stream.js', 'mini-koa/dist/is-stream.js#isStream'],
      './lib/only': ['koa/lib/only.js', 'mini-koa/dist/only.js#only'],
      './lib/search-params': ['koa/lib/search-params.js', 'mini-koa/dist/search-params.js'],
    },
  },
  {
    name: 'compose',
    upstream: 'koa-compose',
    mini: 'mini-koa compose',
    repository: 'koajs/compose',
    tests: /^test\/.*\.js$/,
    runner: { kind: 'node' },
    own: ['', 'lib'],
    redirects: { './': ['koa-compose/index.js', 'mini-koa/dist/compose.js#compose'] },
  },
  {
    name: 'koa-router',
    upstream: '@koa/router',
    mini: 'mini-koa/router',
    repository: 'koajs/router',
    tests: /^(test|recipes)\/.*\.test\.ts$/,
    runner: { kind: 'node', flags: ['--require', 'ts-node/register'] },
    env: { TS_NODE_PROJECT: 'tsconfig.recipes.json' },
    own: ['', 'src', 'dist', 'lib'],
    redirects: {
      './src': KOA_ROUTER,
      './src/router': KOA_ROUTER,
      './src/layer': [`${KOA_ROUTER[0]} => layerModule`, `${KOA_ROUTER[1]} => layerModule`],
      koa: KOA,
    },
  },
  {
    name: 'koa-body',
    upstream: 'koa-body',
    mini: 'mini-koa/body',
    repository: 'koajs/koa-body',
    tests: /^(src|test)\/.*\.test\.ts$/,
    runner: { kind: 'node', flags: ['--import', 'tsx'] },
    own: ['', 'src', 'dist'],
    redirects: {
      './src': KOA_BODY,
      koa: KOA,
      '@koa/router': KOA_ROUTER,
    },
  },
  {
    name: 'express',
    upstream: 'express',
    mini: 'mini-express',
    repository: 'expressjs/express',
    tests: /^test\/(acceptance\/)?[^/]+\.js$/,
    runner: { kind: 'mocha', flags: ['--require', './test/support/env', '--check-leaks'] },
    own: ['', 'lib'],
    redirects: {
      './': EXPRESS,
      './lib/express': EXPRESS,
      './lib/utils': ['express/lib/utils.js', 'mini-express/dist/utils.js => utilsModule'],
    },
  },
  {
    name: 'router',
    upstream: 'router',
    mini: 'mini-express router',
    repository: 'pillarjs/router',
    tests: /^test\/[^/]+\.js$/,
    runner: { kind: 'mocha', flags: ['--check-leaks'] },
    own: ['', 'lib'],
    redirects: { './': ['router/index.js', 'mini-express/dist/router/index.js#Router'] },
  },
  {
    name: 'body-parser',
    upstream: 'body-parser',
    mini: 'mini-express/body',
    repository: 'expressjs/body-parser',
    tests: /^test\/[^/]+\.js$/,
    runner: { kind: 'mocha', flags: ['--check-leaks'] },
    own: ['', 'lib'],
    redirects: {
      './': ['body-parser/index.js', 'mini-express/dist/body/index.js'],
      './lib/utils': ['body-parser/lib/utils.js', 'mini-express/dist/body/options.js'],
    },
  },
  {
    name: 'serve-static',
    upstream: 'serve-static',
    mini: 'mini-express/static',
    repository: 'expressjs/serve-static',
    tests: /^test\/[^/]+\.js$/,
    runner: { kind: 'mocha', flags: ['--check-leaks'] },
    own: [''],
    redirects: { './': ['serve-static/index.js', 'mini-express/dist/static.js'] },
  },
  {
    name: 'finalhandler',
    upstream: 'finalhandler',
    mini: 'mini-express final handler',
    repository: 'pillarjs/finalhandler',
    tests: /^test\/[^/]+\.js$/,
    runner: { kind: 'mocha', flags: ['--check-leaks'] },
    own: [''],
    redirects: {
      './': ['finalhandler/index.js', 'mini-express/dist/final-handler.js#finalHandler'],
    },
  },
]
