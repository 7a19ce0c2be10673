/**
 * What can be measured without any request: composing alone, and matching alone.
 *
 * @module
 */
import type { CallCase } from '../case.ts'

/** One run of so many functions by `compose`. */
export function composed(count: number, kind: 'sync' | 'async'): CallCase {
  return {
    kind: 'call',
    id: `compose-${count}-${kind}`,
    title: {
      en: `compose, ${count} ${kind} function${count === 1 ? '' : 's'}`,
      zh: `compose，${count} 个${kind === 'sync' ? '同步' : '异步'}函数`,
    },
    unit: 'µs',
    tools: { koa: ['compose'], 'mini-koa': ['compose'] },
    prepare({ compose }) {
      const fn = {
        sync: (_ctx: object, next: () => Promise<unknown>) => next(),
        async: async (_ctx: object, next: () => Promise<unknown>) => {
          await next()
        },
      }[kind]
      const run = compose(Array.from({ length: count }, () => fn))
      return () => run({})
    },
  }
}

/** Finding the middle one of so many routes, and nothing else. */
export function matching(count: number): CallCase {
  const paths = Array.from({ length: count }, (_, at) => `/resource-${at}/items`)
  const wanted = paths[Math.floor(count / 2)] as string
  return {
    kind: 'call',
    id: `matching-${count}`,
    title: { en: `matching alone, ${count} routes`, zh: `仅匹配，${count} 条路由` },
    unit: 'µs',
    tools: { koa: ['Router'], 'mini-koa': ['Router'], 'find-my-way': ['findMyWay'] },
    prepare({ Router, findMyWay }, subject) {
      if (subject === 'find-my-way') {
        const router = findMyWay()
        for (const path of paths) router.on('GET', path, () => {})
        return () => router.find('GET', wanted)
      }
      const router = new Router()
      for (const path of paths) router.get(path, () => {})
      return () => router.match(wanted, 'GET')
    },
  }
}
