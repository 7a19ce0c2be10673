/**
 * `pnpm claims [id…]`: popular sentences about Express and Koa, and what the runs say of them.
 *
 * Exit codes: 0 each verdict is the one stated and the minis agree, 1 not so, 2 the command was misused.
 *
 * @module
 */
import { Command, Option } from 'commander'
import pc from 'picocolors'
import { sayings } from '../src/claims/list.ts'
import { type Finding, type Judgement, judgeSaying } from '../src/claims/run.ts'
import type { Truth } from '../src/claims/saying.ts'
import { WIDTH } from '../src/command-line.ts'
import { renderProse } from '../src/render/columns.ts'
import { systemLanguage, words } from '../src/render/words.ts'
import type { Language } from '../src/topic.ts'

const program = new Command('pnpm claims')
  .description('Run popular sentences about Express and Koa, and compute whether they are true.')
  .argument('[ids...]', 'only these sentences (default: all)')
  .option('--json', 'print the results as JSON')
  .addOption(
    new Option('--lang <language>', 'language of the texts')
      .choices(['en', 'zh'])
      .default(systemLanguage()),
  )
  .showHelpAfterError('Type "pnpm claims --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

/** As colours: neither is good or bad, only more or less of a surprise. */
const PAINT = { true: pc.green, false: pc.magenta, depends: pc.yellow } as const

// What the frameworks say of errors depends on it: a run must not depend on whose shell it is.
process.env['NODE_ENV'] = 'development'
const { json, lang } = program.opts<{ json?: true; lang: Language }>()
const say = words[lang].claims
const unknown = program.args.find((id) => !sayings.some((saying) => saying.id === id))

if (unknown === undefined) process.exitCode = await runAll(program.args)
else {
  console.error(`There is no sentence "${unknown}".`)
  console.error(renderProse(`There are: ${sayings.map(({ id }) => id).join(', ')}.`, WIDTH))
  process.exitCode = 2
}

async function runAll(ids: readonly string[]): Promise<number> {
  const judgements: Judgement[] = []
  for (const saying of sayings) {
    if (ids.length > 0 && !ids.includes(saying.id)) continue
    const judgement = await judgeSaying(saying)
    judgements.push(judgement)
    if (!json) console.log(`${block(judgement)}\n`)
  }
  const failed = judgements.filter(({ problems }) => problems.length > 0).length
  if (json) console.log(JSON.stringify(judgements.map(written), null, 2))
  else console.log(summary(judgements, failed))
  return failed > 0 ? 1 : 0
}

function block({ saying, findings, verdict, problems }: Judgement): string {
  return [
    `${PAINT[verdict](say[verdict])}  ${pc.bold(saying.says[lang])}  ${pc.dim(saying.id)}`,
    ...findings.map(line),
    indented(saying.because[lang]),
    ...problems.map((problem) => pc.red(indented(`✗ ${problem}`))),
  ].join('\n')
}

function line({ experiment, seen, holds }: Finding): string {
  const mark = holds ? '●' : '○'
  const told = `${mark} ${experiment.when[lang]}: ${seen}`
  return indented(holds ? told : `${told} (${say.predicted(experiment.predicts)})`)
}

function indented(text: string): string {
  return renderProse(text.replaceAll('\n', ' ⏎ '), Math.min(WIDTH, 100) - 2).replace(/^/gm, '  ')
}

function summary(judgements: readonly Judgement[], failed: number): string {
  const count = (truth: Truth) => judgements.filter(({ verdict }) => verdict === truth).length
  const line = say.summary(judgements.length, count('true'), count('false'), count('depends'))
  return failed > 0 ? pc.red(`${line} ${say.failed(failed)}`) : pc.green(line)
}

/** Programs as they run, without their types. */
function written({ saying, findings, verdict, problems }: Judgement) {
  const { id, says, because } = saying
  const told = findings.map(({ experiment, side, seen, holds, mini }) => {
    const program = 'express' in experiment ? experiment.express : experiment.koa
    const { when, predicts } = experiment
    return { when, side, predicts, seen, holds, mini, program: String(program) }
  })
  return { id, says, verdict, because, findings: told, problems }
}
