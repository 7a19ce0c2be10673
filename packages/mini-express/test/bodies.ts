/**
 * Requests with bodies, and apps that show what became of them.
 *
 * @module
 */
import { inspect } from 'node:util'
import type { RequestSpec } from '@await-next/oracle'
import type { Behaviour } from '@await-next/oracle/vitest'
import type { BodyParser } from '../src/body/index.ts'
import type { ErrorRequestHandler, express, RequestHandler } from '../src/index.ts'
import { app } from './pair.ts'

/** What stands before the answer: parsers, and what else a case needs. */
type Steps = (framework: typeof express) => (RequestHandler | ErrorRequestHandler | BodyParser)[]

/** An app that answers with the body as Node prints it, or with all that can be told of an error. */
export function showing(steps: Steps) {
  return app((app, framework) => app.use(steps(framework)).use(showBody).use(showError))
}

/** One case: its name, what stands before the answer, a request and what upstream answers. */
export type Case = [
  name: string,
  steps: Steps,
  request: RequestSpec,
  expected: Behaviour<typeof express>['expects'][number],
]

/** Cases as behaviours. */
export function behaviours(cases: readonly Case[]): Behaviour<typeof express>[] {
  return cases.map(([name, steps, request, expected]) => ({
    name,
    program: showing(steps),
    requests: [request],
    expects: [expected],
  }))
}

/** A request with a body of that type. */
export function post(
  type: string | undefined,
  body: RequestSpec['body'],
  headers: [string, string][] = [],
): RequestSpec {
  const typed: [string, string][] = type === undefined ? [] : [['Content-Type', type]]
  return { method: 'POST', headers: [...typed, ...headers], body: body as string }
}

const showBody: RequestHandler = (req, res) => {
  const shown = 'body' in req ? inspect(req.body, { depth: null, maxArrayLength: 200 }) : 'no body'
  res.type('txt').send(shown)
}

/** The head of the stack is there for what is made of the message. */
const showError: ErrorRequestHandler = (err, _req, res, _next) => {
  if (!(err instanceof Error)) {
    res.status(500).json({ thrown: err })
    return
  }
  const { name, message, stack, status = 500 } = err as Error & { status?: number }
  const [head] = (stack as string).split('\n    at ')
  res.status(status).json({ name, message, head, keys: Object.keys(err), ...(err as object) })
}
