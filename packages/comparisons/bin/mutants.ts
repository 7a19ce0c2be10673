/**
 * `pnpm mutants [id…]`: break the minis one thing at a time and see who notices.
 *
 * Exit codes: 0 each was noticed, 1 one survived, 2 the command was misused.
 *
 * @module
 */
import { Command } from 'commander'
import pc from 'picocolors'
import { type Mutant, mutants } from '../src/mutants/list.ts'
import {
  BaselineError,
  checkBaseline,
  type MutantResult,
  runMutant,
  StaleMutantError,
} from '../src/mutants/run.ts'
import { systemLanguage } from '../src/render/words.ts'

/** The longest account of what was noticed, in characters. */
const HOW_SHOWN = 140

const program = new Command('pnpm mutants')
  .description('Break one named thing in a copy of a mini, run every topic, and show who notices.')
  .argument('[ids...]', 'only these mutants (default: all)')
  .option('--list', 'name the mutants without running them')
  .option('--json', 'print the results as JSON')
  .showHelpAfterError('Type "pnpm mutants --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

const { list, json } = program.opts<{ list?: true; json?: true }>()
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

async function runAll(chosen: readonly Mutant[]): Promise<number> {
  const results: MutantResult[] = []
  for (const mini of new Set(chosen.map((mutant) => mutant.mini))) {
    if (!(await settle(checkBaseline(mini).then(() => true)))) return 1
  }
  for (const mutant of chosen) {
    if (!json) process.stdout.write(`${title(mutant)}\n`)
    const result = await settle(runMutant(mutant))
    if (!result) return 1
    results.push(result)
    if (!json) process.stdout.write(`${outcome(result)}\n`)
  }
  const survivors = results.filter(({ noticedBy }) => noticedBy.length === 0)
  if (json) console.log(JSON.stringify(results, null, 2))
  else console.log(summary(results.length, survivors.length))
  return survivors.length > 0 ? 1 : 0
}

/** What can go wrong with the mutants themselves is told in a sentence. */
async function settle<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work
  } catch (err) {
    if (!(err instanceof StaleMutantError || err instanceof BaselineError)) throw err
    console.error(pc.red(err.message))
    return undefined
  }
}

function title({ id, mini, file, breaks }: Mutant): string {
  return `${pc.bold(id)}  ${pc.dim(`${mini}/src/${file}`)}  ${breaks[systemLanguage()]}`
}

function outcome({ noticedBy, how }: MutantResult): string {
  if (noticedBy.length === 0) return pc.red('  ✗ nobody noticed')
  const [first = '', ...more] = noticedBy
  const others = more.length > 0 ? ` and ${more.length} more` : ''
  const told = how.length > HOW_SHOWN ? `${how.slice(0, HOW_SHOWN)}…` : how
  return `  ${pc.green(`● ${first}`)}${others}\n    ${pc.dim(told)}`
}

function summary(all: number, survived: number): string {
  const line = `${all - survived} of ${all} mutants noticed`
  return survived > 0 ? pc.red(line) : pc.green(line)
}
