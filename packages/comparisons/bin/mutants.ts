/**
 * `pnpm mutants [id…]`: break the minis and the real frameworks one thing at a time, and see whether the topic that is
 * named notices.
 *
 * Exit codes: 0 each was noticed, 1 one was not, 2 the command was misused.
 *
 * @module
 */
import { Command, Option } from 'commander'
import pc from 'picocolors'
import { StaleMutantError } from '../src/mutants/copy.ts'
import { type Mutant, mutants } from '../src/mutants/list.ts'
import { BaselineError, type MutantResult, runMutants } from '../src/mutants/run.ts'
import { systemLanguage } from '../src/render/words.ts'
import type { Language } from '../src/topic.ts'

/** The longest account of what was noticed, in characters. */
const HOW_SHOWN = 140

interface Options {
  list?: true
  json?: true
  all?: true
  lang: Language
}

const program = new Command('pnpm mutants')
  .description(
    'Break one named thing in a copy of a mini or of an upstream, and show which topic notices.',
  )
  .argument('[ids...]', 'only these mutants (default: all)')
  .option('--list', 'name the mutants without running them')
  .option('--all', 'ask every topic, not only the one that is named (slow)')
  .option('--json', 'print the results as JSON')
  .addOption(
    new Option('--lang <language>', 'language of the texts')
      .choices(['en', 'zh'])
      .default(systemLanguage()),
  )
  .showHelpAfterError('Type "pnpm mutants --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

const { list, json, all, lang } = program.opts<Options>()
const chosen = choose(program.args)

if (chosen === undefined) process.exitCode = 2
else if (list) for (const mutant of chosen) console.log(title(mutant))
else process.exitCode = await runAll(chosen)

function choose(ids: readonly string[]): readonly Mutant[] | undefined {
  const unknown = ids.find((id) => !mutants.some((mutant) => mutant.id === id))
  if (unknown === undefined) {
    return ids.length === 0 ? mutants : mutants.filter(({ id }) => ids.includes(id))
  }
  console.error(`There is no mutant "${unknown}".`)
  console.error(`There are: ${mutants.map(({ id }) => id).join(', ')}.`)
  return undefined
}

/** What can go wrong with the mutants themselves is told in a sentence. */
async function runAll(chosen: readonly Mutant[]): Promise<number> {
  try {
    const results = await runMutants(chosen, {
      all: all === true,
      onResult: (result) => json || console.log(row(result)),
    })
    const survived = results.filter(({ noticed }) => !noticed).length
    if (json) console.log(JSON.stringify(results, null, 2))
    else console.log(summary(results.length, survived))
    return survived > 0 ? 1 : 0
  } catch (err) {
    if (!(err instanceof StaleMutantError || err instanceof BaselineError)) throw err
    console.error(pc.red(err.message))
    return 1
  }
}

function title({ id, of, file, breaks }: Mutant): string {
  return `${pc.bold(id)}  ${pc.dim(`${of}: ${file}`)}\n  ${breaks[lang]}`
}

function row({ mutant, noticed, how, others }: MutantResult): string {
  const { noticedBy } = mutant
  const name = typeof noticedBy === 'string' ? noticedBy : noticedBy.test
  const seen = noticed
    ? pc.green(`● ${name}`)
    : pc.red(`✗ ${name} does not notice (--all asks the others)`)
  const told = how.length > HOW_SHOWN ? `${how.slice(0, HOW_SHOWN)}…` : how
  const also = others.filter((id) => id !== noticedBy)
  return [
    title(mutant),
    `  ${seen}  ${pc.dim(told.replaceAll('\n', '⏎'))}`,
    ...(also.length > 0 ? [`    ${pc.dim(`also: ${also.join(', ')}`)}`] : []),
  ].join('\n')
}

function summary(all: number, survived: number): string {
  const line = `${all - survived} of ${all} mutants noticed by who is named`
  return survived > 0 ? pc.red(line) : pc.green(line)
}
