/**
 * All cases, in the order in which they are shown.
 *
 * @module
 */
import type { Case } from '../case.ts'
import { json, postJson, text } from './bodies.ts'
import { composed, matching } from './calls.ts'
import { memory, size, startUp } from './costs.ts'
import { error, notFound, notModified } from './endings.ts'
import { staticFile } from './files.ts'
import { GROWING } from './growing.ts'
import { hello, helloServer } from './hello.ts'
import { behindMiddlewares } from './middlewares.ts'
import { mounted, nested } from './nesting.ts'
import { amongRoutes, param } from './routes.ts'
import { WHY } from './why.ts'

const PLACES = ['first', 'middle', 'last'] as const

export const CASES: readonly Case[] = [
  hello,
  helloServer,
  behindMiddlewares(10),
  ...PLACES.map((place) => amongRoutes(100, place)),
  ...PLACES.map((place) => amongRoutes(1000, place)),
  param,
  nested,
  mounted,
  json(1),
  json(100),
  text(64),
  postJson,
  staticFile,
  error,
  notFound,
  notModified,
  matching(1000),
  ...[1, 5, 20, 100].flatMap((count) => [composed(count, 'sync'), composed(count, 'async')]),
  memory,
  startUp,
  size,
]

/** The case of that name, or all that begin with it: `routes-1000` is three. */
export function casesNamed(name: string): Case[] {
  const exactly = CASES.filter(({ id }) => id === name)
  return exactly.length > 0 ? exactly : CASES.filter(({ id }) => id.startsWith(`${name}-`))
}

/**
 * The case of that name, whether it is one of {@link CASES} or of another command.
 *
 * @throws Error where there is none.
 */
export function caseOf(id: string): Case {
  const others = [...Object.values(GROWING).flatMap(({ points }) => points), ...WHY]
  const found =
    CASES.find((one) => one.id === id) ?? others.find(({ work }) => work.id === id)?.work
  if (!found) throw new Error(`There is no case "${id}".`)
  return found
}
