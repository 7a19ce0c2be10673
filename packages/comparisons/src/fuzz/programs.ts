/**
 * Random programs: source texts that a topic's `express.ts` or `koa.ts` could hold, so that what is run here is what is
 * printed when something is found.
 *
 * @module
 */
import type { Listenable } from '@await-next/oracle'
import fc from 'fast-check'
import type { Side } from '../topic.ts'
import * as express from './express-vocabulary.ts'
import * as koa from './koa-vocabulary.ts'

/** One line of a program: a handler, several on one path, or a router or an app of its own. */
export interface Registration {
  /** A key of the vocabulary's `forms`. */
  form: string
  path: string
  /** Each handler's statements. */
  handlers: string[][]
  /** What the router or app of its own registers. */
  inner: Registration[]
}

/** A random program. */
export interface FuzzProgram {
  side: Side
  /** Statements that come before all registrations: settings, parsers. */
  setup: string[]
  registrations: Registration[]
}

/** What programs of one side are made of. */
export interface Vocabulary {
  /** The program's first statements, and its last. */
  readonly head: string
  readonly tail: string
  readonly setup: readonly string[]
  readonly paths: readonly string[]
  /** What a handler may do; its last statement, more often than not, is one of `endings`. */
  readonly statements: readonly string[]
  readonly endings: readonly string[]
  /** How a registration is written: given the owner's name, a path, its handlers and what is inside. */
  readonly forms: Readonly<Record<string, Form>>
}

/** Writes a registration. `inner` is the text of what a nested owner registers, already indented. */
export type Form = (parts: {
  owner: string
  name: string
  path: string
  handlers: readonly string[]
  inner: string
}) => string

export const vocabularies: Readonly<Record<Side, Vocabulary>> = { express, koa }

/** Programs of a side. */
export function programs(side: Side): fc.Arbitrary<FuzzProgram> {
  const vocabulary = vocabularies[side]
  const handler = fc
    .tuple(
      fc.array(fc.constantFrom(...vocabulary.statements), { maxLength: 3 }),
      fc.array(fc.constantFrom(...vocabulary.endings), { maxLength: 1 }),
    )
    .map((parts) => parts.flat())
  const { registrations } = fc.letrec<{ registrations: Registration[]; one: Registration }>(
    (tie) => ({
      registrations: fc.array(tie('one'), { maxLength: 4, depthIdentifier: 'nested' }),
      one: fc.record({
        form: fc.constantFrom(...Object.keys(vocabulary.forms)),
        path: fc.constantFrom(...vocabulary.paths),
        handlers: fc.array(handler, { minLength: 1, maxLength: 3 }),
        inner: fc.oneof(
          { maxDepth: 2, depthIdentifier: 'nested' },
          fc.constant<Registration[]>([]),
          tie('registrations'),
        ),
      }),
    }),
  )
  return fc
    .record({
      side: fc.constant(side),
      setup: fc.array(fc.constantFrom(...vocabulary.setup), { maxLength: 3 }),
      registrations,
    })
    .filter((program) => forks(program.registrations) <= MOST_FORKS)
}

/** Each handler that goes on twice runs all that follows it twice: more than this many would take for ever. */
const MOST_FORKS = 5

function forks(registrations: readonly Registration[]): number {
  return registrations
    .map(({ handlers, inner }) => {
      const each = handlers.map((body) => (body.join().match(/next\(/g)?.length ?? 0) - 1)
      return each.reduce((sum, more) => sum + Math.max(0, more), forks(inner))
    })
    .reduce((sum, more) => sum + more, 0)
}

/** The body of a program as text: what stands between the braces of `(framework, tools) => { … }`. */
export function render({ side, setup, registrations }: FuzzProgram): string {
  const { head, tail } = vocabularies[side]
  const lines = [head, ...setup, ...renderAll(side, registrations, 'app', ''), tail]
  return lines.join('\n')
}

function renderAll(
  side: Side,
  registrations: readonly Registration[],
  owner: string,
  prefix: string,
): string[] {
  return registrations.map(({ form, path, handlers, inner }, at) => {
    const name = `${prefix}${at + 1}`
    const write = vocabularies[side].forms[form] as Form
    return write({
      owner,
      name: `inner${name}`,
      path: JSON.stringify(path),
      handlers: handlers.map((statements) => indent(statements.join('\n'))),
      inner: renderAll(side, inner, `inner${name}`, `${name}_`).join('\n'),
    })
  })
}

/** Moves a text two blanks to the right. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

/** A compiled program: what a topic's would be, but for its types. */
export type Compiled = (framework: unknown, tools: object) => Listenable

/**
 * Turns a rendered program into one that runs. It is our own text, made a moment ago: that it need not be a file makes
 * a thousand of them a matter of seconds.
 */
export function compile(side: Side, source: string): Compiled {
  return new Function(...PARAMETERS[side], source) as Compiled
}

/** The parameter lists of programs, as they are written in a topic. */
export const PARAMETERS: Readonly<Record<Side, readonly string[]>> = {
  express: ['express', '{ wait }'],
  koa: ['Koa', '{ Router, wait }'],
}
