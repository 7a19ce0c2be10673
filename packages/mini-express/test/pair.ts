/**
 * Real Express and ours, for tests that compare them.
 *
 * @module
 */
import { createRequire } from 'node:module'
import { observe, type Target } from '@await-next/oracle'
import type { Pair } from '@await-next/oracle/vitest'
import {
  type Application,
  type ErrorRequestHandler,
  express,
  type RequestHandler,
} from '../src/index.ts'

const require = createRequire(import.meta.url)

/** Upstream speaks the same interface, as far as the tests use it. */
export const pair: Pair<typeof express> = {
  upstream: `express ${require('express/package.json').version}`,
  mini: 'mini-express',
  upstreamFile: require.resolve('express'),
  frameworks: { upstream: require('express'), mini: express },
}

/** A program of one handler for everything. */
export function answering(handler: RequestHandler) {
  return (framework: typeof express): Application => framework().use(handler)
}

/** A program of some steps on a new app. */
export function app(build: (app: Application, framework: typeof express) => void) {
  return (framework: typeof express): Application => {
    const made = framework()
    build(made, framework)
    return made
  }
}

/** Answers with the error's message, so that a test sees it on the wire. */
export const tellError: ErrorRequestHandler = (err, _req, res, _next) => {
  res.status(err?.status ?? 500).json({ caught: err?.message ?? err })
}

/** What a request has the framework say against the use that is made of it, and the status of the answer. */
export async function deprecations(target: Target): Promise<unknown[]> {
  const said: unknown[] = []
  const listen = (err: Error & { namespace: string }) =>
    said.push(`${err.namespace}: ${err.message}`)
  process.on('deprecation' as never, listen)
  try {
    const { answers } = await observe(target)
    return [...said, answers[0]?.status]
  } finally {
    process.off('deprecation', listen)
  }
}
