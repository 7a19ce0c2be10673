/**
 * What the commands have in common: reading subjects, and telling of what was typed wrong.
 *
 * @module
 */
import { InvalidArgumentError } from 'commander'
import { renderProse } from './render/columns.ts'
import { SUBJECTS, type SubjectId } from './subjects.ts'
import { topicNames, UnknownTopicError } from './topics.ts'

/** As wide as the terminal is, in cells; pipes get what most terminals have. */
export const WIDTH = process.stdout.columns || 80

/**
 * Reads the value of `--on`: subjects with commas between them, in the order in which they are always shown.
 *
 * @throws InvalidArgumentError for one that is none.
 */
export function parseSubjects(value: string): SubjectId[] {
  const wanted = value.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !(SUBJECTS as readonly string[]).includes(name))
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`"${unknown}" is no subject. There are ${SUBJECTS.join(', ')}.`)
  }
  return SUBJECTS.filter((subject) => wanted.includes(subject))
}

/**
 * Reads a port; 0 stands for any that is free.
 *
 * @throws InvalidArgumentError for what is none.
 */
export function parsePort(value: string): number {
  const port = Number(value)
  if (/^\d+$/.test(value) && port <= 65_535) return port
  throw new InvalidArgumentError(`"${value}" is no port.`)
}

/** Says what is wrong with what was typed, and has the process exit with 2. */
export function misuse(err: Error): void {
  console.error(err.message)
  if (err instanceof UnknownTopicError) {
    if (err.near.length > 0) console.error(`Did you mean ${err.near.join(' or ')}?`)
    console.error(renderProse(`There are: ${topicNames().join(', ')}.`, WIDTH))
  }
  process.exitCode = 2
}
