/**
 * `pnpm bench [case…]`: how long the same work takes on bare Node, on upstream and on the minis.
 *
 * Exit codes: 0 it was measured, 1 subjects did not answer alike or could not run, 2 the command was misused.
 *
 * @module
 */
import { Command, InvalidArgumentError } from 'commander'
import { closest, distance } from 'fastest-levenshtein'
import { bench } from '../src/bench.ts'
import { CASES, casesNamed } from '../src/cases/index.ts'
import { LaunchError } from '../src/launch.ts'
import { progress } from '../src/progress.ts'
import { DifferentBytesError } from '../src/same-bytes.ts'
import { SUBJECTS, type SubjectId, sideOf } from '../src/subjects.ts'
import { renderBench } from '../src/table.ts'

interface Options {
  subjects: SubjectId[]
  rounds: number
  json?: true
}

const CASE_IDS = CASES.map(({ id }) => id)

const program = new Command('pnpm bench')
  .description('Measure the same work on bare node:http, Express, Koa and the minis, as ratios.')
  .argument('[cases...]', 'cases by name, or by what several begin with (default: all)')
  .option('--subjects <names>', `some of raw,${named().join(',')}`, subjects, [...SUBJECTS])
  .option('--rounds <count>', 'how often each subject is launched', rounds, 5)
  .option('--json', 'print the result as JSON')
  .addHelpText('after', `\nCases: ${CASE_IDS.join(', ')}`)
  .showHelpAfterError('Type "pnpm bench --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

process.exitCode = await main(program.args, program.opts<Options>())

async function main(names: string[], { subjects, rounds, json }: Options): Promise<number> {
  const unknown = names.find((name) => casesNamed(name).length === 0)
  if (unknown !== undefined) return misuse(unknown)
  const wanted = new Set(names.flatMap(casesNamed))
  const cases = CASES.filter((work) => names.length === 0 || wanted.has(work))
  const show = progress()
  try {
    const { execPath } = process
    const result = await bench({ cases, subjects, rounds, execPath, onProgress: show.step })
    show.done()
    console.log(json ? JSON.stringify(result, null, 2) : renderBench(result))
    return 0
  } catch (err) {
    show.done()
    if (!(err instanceof DifferentBytesError || err instanceof LaunchError)) throw err
    console.error(err.message)
    return 1
  }
}

function misuse(name: string): number {
  const near = closest(name, CASE_IDS)
  console.error(`There is no case "${name}".`)
  if (distance(name, near) <= 3) console.error(`Did you mean ${near}?`)
  console.error(`There are: ${CASE_IDS.join(', ')}.`)
  return 2
}

function named(): string[] {
  return SUBJECTS.filter((subject) => !subject.startsWith('raw-'))
}

/** Bare Node always runs along on each side that is asked for: it is what the others are measured by. */
function subjects(value: string): SubjectId[] {
  const wanted = value.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => name !== 'raw' && !named().includes(name))
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `"${unknown}" is no subject. There are raw, ${named().join(', ')}.`,
    )
  }
  const sides = wanted.map((name) => sideOf(name as SubjectId))
  return SUBJECTS.filter((subject) =>
    subject.startsWith('raw-')
      ? wanted.includes('raw') || sides.includes(sideOf(subject))
      : wanted.includes(subject),
  )
}

function rounds(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1 || count > 100) {
    throw new InvalidArgumentError(`"${value}" is no number of rounds from 1 to 100.`)
  }
  return count
}
