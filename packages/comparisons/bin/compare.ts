/**
 * `pnpm compare [topic…]`: run topics on the four subjects and show what they did.
 *
 * Exit codes: 0 everything agrees, 1 something differs or is too dark, 2 the command was misused, 3 all that was run agrees, but a
 * topic lacked a service and was not run.
 *
 * @module
 */
import path from 'node:path'
import { shareOf } from '@await-next/tracer'
import { Command, Option } from 'commander'
import { misuse, parseSubjects, WIDTH } from '../src/command-line.ts'
import { checkStandIn, compare, isWhole, passed, type StandIns } from '../src/compare.ts'
import { toJson } from '../src/json.ts'
import { renderProse } from '../src/render/columns.ts'
import { renderLit } from '../src/render/lit.ts'
import { renderMatrix } from '../src/render/matrix.ts'
import { progress } from '../src/render/progress.ts'
import { renderTopic } from '../src/render/topic.ts'
import { systemLanguage } from '../src/render/words.ts'
import {
  SIDES,
  type StandIn,
  SUBJECTS,
  SubjectError,
  type SubjectId,
  sideOf,
} from '../src/subjects.ts'
import { GROUPS, type Group, type Language, TopicError } from '../src/topic.ts'
import { type LoadedTopic, loadTopic, topicNames } from '../src/topics.ts'
import { LIT_GOAL, litPackages } from '../src/trace/lit-packages.ts'

interface Options {
  on: SubjectId[]
  group?: Group
  json?: true
  lit?: true
  lang: Language
  express?: string
  koa?: string
}

const program = new Command('pnpm compare')
  .description('Run the same program on Express, mini-Express, Koa and mini-Koa, and compare.')
  .argument(
    '[topics...]',
    'topics by name, or folders of your own such as ./my-topic (default: all)',
  )
  .option('--on <subjects>', `some of ${SUBJECTS.join(',')}`, parseSubjects, [...SUBJECTS])
  .addOption(
    new Option('--group <group>', 'the matrix of one group of topics').choices(Object.keys(GROUPS)),
  )
  .option('--express <file>', 'compare a framework of your own with Express')
  .option('--koa <file>', 'compare a framework of your own with Koa')
  .option('--json', 'print everything as JSON: provenance, observations, events, verdicts')
  .option(
    '--lit',
    'the lines of the real frameworks that these topics run, and those that none does',
  )
  .addOption(
    new Option('--lang <language>', 'language of the texts')
      .choices(['en', 'zh'])
      .default(systemLanguage()),
  )
  .addHelpText('after', () => help())
  .showHelpAfterError('Type "pnpm compare --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

try {
  process.exitCode = await main(program.args, program.opts<Options>())
} catch (err) {
  if (!(err instanceof TopicError || err instanceof SubjectError)) throw err
  misuse(err)
}

async function main(names: string[], options: Options): Promise<number> {
  const { group, json, lang } = options
  if (group && names.length > 0) {
    throw new TopicError('Name topics, or a group with --group, not both.')
  }
  const loaded = await loadAll(names.length > 0 ? names : topicNames())
  if (names.length > 0) await loadPrograms(loaded)
  const topics = group ? loaded.filter((topic) => topic.group === group) : loaded
  if (options.lit) return lit(topics, options)
  const standIns = await ownFrameworks(options)
  const subjects = standIns ? subjectsBeside(standIns) : options.on
  const show = progress(json !== true)
  const comparison = await compare({
    topics,
    subjects,
    standIns: standIns ?? {},
    onProgress: show.step,
  })
  show.done()

  if (json) console.log(toJson(comparison))
  else if (names.length === 0) console.log(renderMatrix(comparison, lang))
  else {
    for (const topic of comparison.topics) console.log(renderTopic(comparison, topic, lang, WIDTH))
  }
  if (!passed(comparison)) return 1
  return isWhole(comparison) ? 0 : 3
}

/** All topics together are to light what {@link LIT_GOAL} says; some of them need not. */
async function lit(topics: readonly LoadedTopic[], { json, lang }: Options): Promise<number> {
  const show = progress(json !== true)
  const report = await litPackages(topics, { progress: show.step })
  show.done()
  console.log(json ? toJson(report) : renderLit(report, lang, WIDTH))
  const isWholeCatalogue = topics.length === topicNames().length
  const isDark = report.packages.some((one) => shareOf(one) < LIT_GOAL || one.unloaded.length > 0)
  if (isWholeCatalogue && isDark) return 1
  return report.skipped.length > 0 ? 3 : 0
}

/** Where the user stands, which is not where pnpm has put us. */
function userFolder(): string {
  return process.env['INIT_CWD'] ?? process.cwd()
}

function loadAll(wanted: string[]): Promise<LoadedTopic[]> {
  return Promise.all(wanted.map((name) => loadTopic(name, userFolder())))
}

/** What is wrong with a program of the reader's is told before anything runs. */
async function loadPrograms(topics: readonly LoadedTopic[]): Promise<void> {
  await Promise.all(topics.flatMap(({ programs }) => [programs.express(), programs.koa()]))
}

/** The reader's own, loaded once so that what is wrong with them is told before anything runs. */
async function ownFrameworks(options: Options): Promise<StandIns | undefined> {
  const standIns: Partial<Record<SubjectId, StandIn>> = {}
  for (const side of ['express', 'koa'] as const) {
    const label = options[side]
    if (label === undefined) continue
    const { mini } = SIDES[side]
    const standIn: StandIn = { kind: 'own', label, file: path.resolve(userFolder(), label) }
    await checkStandIn(mini, standIn)
    standIns[mini] = standIn
  }
  return Object.keys(standIns).length > 0 ? standIns : undefined
}

/** Each stand-in beside the real one. */
function subjectsBeside(standIns: StandIns): SubjectId[] {
  return SUBJECTS.filter((subject) => standIns[SIDES[sideOf(subject)].mini])
}

function help(): string {
  return `
${renderProse(`Topics: ${topicNames().join(', ')}`, WIDTH)}

Examples:
  pnpm compare                        the matrix of all topics
  pnpm compare --group routing        the matrix of one group
  pnpm compare onion                  both programs, what happened, the answer
  pnpm compare onion --on koa,mini-koa --lang zh
  pnpm compare --koa ./my-koa.ts      a Koa of your own, beside the real one
  pnpm compare --lit                  the share of Express and Koa that the topics run
  pnpm compare ./my-topic --json      a folder with express.ts, koa.ts and topic.ts`
}
