/**
 * `pnpm bench [case…]`: how long the same work takes on bare Node, on upstream, on the minis and on peers.
 *
 * Exit codes: 0 it was measured, 1 subjects did not answer alike or could not run, 2 the command was misused.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { closest, distance } from 'fastest-levenshtein'
import { bench } from '../src/bench.ts'
import type { Case } from '../src/case.ts'
import { CASES, casesNamed } from '../src/cases/index.ts'
import { chart } from '../src/chart.ts'
import { goalsOf } from '../src/goals.ts'
import { growth, renderGrowth } from '../src/growth.ts'
import {
  compareCounts,
  countInstructions,
  InstructionsError,
  readCounts,
  recordCounts,
  renderCounts,
} from '../src/instructions.ts'
import { LaunchError } from '../src/launch.ts'
import { NodeError, nodeProgram } from '../src/nodes.ts'
import { progress } from '../src/progress.ts'
import { type Kept, keep } from '../src/results.ts'
import { DifferentBytesError } from '../src/same-bytes.ts'
import { SIDES, SUBJECTS, type SubjectId, sideOf } from '../src/subjects.ts'
import { renderBench, renderNodes } from '../src/table.ts'
import { renderWhy, why } from '../src/why.ts'

/** What all measuring commands take. */
interface Common {
  rounds: number
  node: number[]
  json?: true
  keep?: true
}

interface BenchFlags extends Common {
  subjects?: SubjectId[]
  chart?: string
}

/** What is typed for every case there is. */
const ALL = 'all'
const CASE_IDS = CASES.map(({ id }) => id)
const NAMES = SUBJECTS.filter((subject) => !subject.startsWith('raw-'))

const program = new Command('pnpm bench')
  .description('Measure the same work on bare node:http, Express, Koa and the minis, as ratios.')
  .argument(
    '[cases...]',
    'cases by name, or by what several begin with, or "all" (default: those with goals)',
  )
  .option('--subjects <names>', `some of raw,${NAMES.join(',')}`, subjects)
  .option('--chart <file.svg>', 'draw the result, in English and beside it in Chinese', svgFile)
  .addHelpText('after', `\nCases: ${CASE_IDS.join(', ')}`)
  .enablePositionalOptions()
  .action(async (names: string[], flags: BenchFlags) => {
    const isWhole = names.length === 1 && names[0] === ALL
    const unknown = names.find((name) => !isWhole && casesNamed(name).length === 0)
    if (unknown !== undefined) return misuse(...noSuchCase(unknown))
    if (flags.keep && (!isWhole || flags.subjects)) {
      return misuse(`Only whole runs are kept: pnpm bench ${ALL} --keep, without --subjects.`)
    }
    const cases = isWhole ? CASES : casesFor(names)
    const results = await underEach(flags, (options) =>
      bench({ cases, subjects: flags.subjects ?? SUBJECTS, ...options }),
    )
    show('bench', results, flags, renderBench)
    if (results.length > 1 && !flags.json) console.log(`\n${renderNodes(results)}`)
    if (flags.chart && results[0]) drawChart(flags.chart, results[0])
  })

program
  .command('why')
  .description('Switch off one thing at a time in the real framework, and show what that saves.')
  .addArgument(new Argument('<case>', 'what is asked').choices(['hello']))
  .addOption(
    new Option('--on <upstream>', 'whose time it is')
      .choices(Object.values(SIDES).map(({ upstream }) => upstream))
      .makeOptionMandatory(),
  )
  .action(async (_case: string, flags: Common & { on: SubjectId }) => {
    const side = sideOf(flags.on) ?? 'express'
    show('why', await underEach(flags, (options) => why({ side, ...options })), flags, renderWhy)
  })

program
  .command('growth')
  .description('Measure requests against ever more routes, middlewares and bytes.')
  .action(async (flags: Common) => {
    show('growth', await underEach(flags, growth), flags, renderGrowth)
  })

const counting = program
  .command('instructions')
  .description(
    'Count the instructions of a request with callgrind, beside the recorded ones (Linux).',
  )
  .option('--json', 'print the counts as JSON')
  .option('--record', 'record the counts for this Node, to compare with from now on')
  .action(async (flags: { json?: true; record?: true }) => {
    const shown = progress()
    const counts = await countInstructions(shown.step).finally(shown.done)
    const changes = compareCounts(counts, readCounts())
    console.log(flags.json ? JSON.stringify(changes, null, 2) : renderCounts(changes))
    if (flags.record) recordCounts(counts)
    else if (changes.some(({ isTolerable }) => !isTolerable)) process.exitCode = 1
  })

for (const command of [program, ...program.commands]) {
  command
    .showHelpAfterError(`Type "${commandLine(command)} --help" for what can be typed.`)
    .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  if (command === counting) continue

  command
    .option('--rounds <count>', 'how often each subject is launched', rounds, 5)
    .option(
      '--node <majors>',
      'the Nodes to run under, such as 20,22,24 (default: this one)',
      nodes,
    )
    .option('--json', 'print the results as JSON, one for each Node')
    .option('--keep', 'keep the results for the site, in packages/benchmarks/results')
}

try {
  await program.parseAsync()
} catch (err) {
  const isExpected = err instanceof DifferentBytesError || err instanceof LaunchError
  const isMissing = err instanceof NodeError || err instanceof InstructionsError
  if (!isExpected && !isMissing) throw err
  console.error(err.message)
  process.exitCode = isExpected ? 1 : 2
}

function commandLine(command: Command): string {
  return command === program ? 'pnpm bench' : `pnpm bench ${command.name()}`
}

/** Runs the same under each Node that is asked for. */
async function underEach<Result>(
  { node, rounds }: Common,
  run: (options: {
    rounds: number
    execPath: string
    onProgress: (done: number, total: number, what: string) => void
  }) => Promise<Result>,
): Promise<Result[]> {
  // All are had before anything is measured.
  const programs = node ? node.map(nodeProgram) : [process.execPath]
  const results: Result[] = []
  for (const execPath of programs) {
    const shown = progress()
    try {
      results.push(await run({ rounds, execPath, onProgress: shown.step }))
    } finally {
      shown.done()
    }
  }
  return results
}

function show<Kind extends keyof Kept>(
  kind: Kind,
  results: Kept[Kind],
  flags: Common,
  render: (result: Kept[Kind][number]) => string,
): void {
  const text = flags.json ? JSON.stringify(results, null, 2) : results.map(render).join('\n\n')
  console.log(text)
  if (flags.keep) keep(kind, results)
}

/** Relative to where the user stands, not to where pnpm has put us. */
function drawChart(file: string, result: Kept['bench'][number]): void {
  const target = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, chart(result, 'en'))
  writeFileSync(target.replace(/\.svg$/, '.zh-CN.svg'), chart(result, 'zh'))
}

function casesFor(names: readonly string[]): Case[] {
  const wanted = new Set(names.flatMap(casesNamed))
  return CASES.filter((work) =>
    names.length === 0 ? goalsOf(work.id) !== undefined : wanted.has(work),
  )
}

function noSuchCase(name: string): string[] {
  const near = closest(name, CASE_IDS)
  const guess = distance(name, near) <= 3 ? [`Did you mean ${near}?`] : []
  return [`There is no case "${name}".`, ...guess, `There are: ${CASE_IDS.join(', ')}.`]
}

function misuse(...lines: string[]): void {
  console.error(lines.join('\n'))
  process.exitCode = 2
}

/** Bare Node runs along on each side that is asked for: it is what the others are measured by. */
function subjects(value: string): SubjectId[] {
  const wanted = value.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => name !== 'raw' && !(NAMES as string[]).includes(name))
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `"${unknown}" is no subject. There are raw, ${NAMES.join(', ')}.`,
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

function nodes(value: string): number[] {
  const majors = value.split(',').map(Number)
  if (majors.some((major) => !Number.isInteger(major) || major < 20)) {
    throw new InvalidArgumentError(
      `"${value}" is no list of majors of Node from 20, such as 20,22,24.`,
    )
  }
  return majors
}

function svgFile(value: string): string {
  if (!value.endsWith('.svg')) throw new InvalidArgumentError(`"${value}" does not end with .svg.`)
  return value
}
