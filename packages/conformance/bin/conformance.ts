/**
 * `pnpm conformance <suite> --suite <folder or git url>`: upstream's own tests, on ours.
 *
 * Exit codes: 0 the mini passes what upstream passes, 1 it does not, or differs from the list of known failures,
 * 2 the command was misused or the suite could not be had.
 *
 * @module
 */
import { Argument, Command } from 'commander'
import pc from 'picocolors'
import { conformance } from '../src/conformance.ts'
import { isConformant } from '../src/judge.ts'
import { PrepareError } from '../src/prepare.ts'
import { report } from '../src/report.ts'
import { suites } from '../src/suites.ts'

const program = new Command('pnpm conformance')
  .description("Run upstream's own test suite, untouched, on upstream and then on the mini.")
  .addArgument(new Argument('<suite>', 'whose suite it is').choices(suites.map(({ name }) => name)))
  .option(
    '--suite <source>',
    "a folder, or what git clone takes, with #tag (default: upstream's repository at the installed version)",
  )
  .option('--json', 'print the result as JSON')
  .addHelpText('after', '\nExample: pnpm conformance koa --suite ../koa')
  .showHelpAfterError('Type "pnpm conformance --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

const [name] = program.args
const { suite: source, json } = program.opts<{ suite?: string; json?: true }>()
const suite = suites.find((one) => one.name === name)
if (!suite) throw new Error(`commander let ${name} through`)

try {
  const progress = (step: string) => process.stderr.write(pc.dim(`${step} …\n`))
  const judgement = await conformance(suite, { source, progress })
  console.log(json ? JSON.stringify(judgement, null, 2) : report(judgement))
  process.exitCode = isConformant(judgement) ? 0 : 1
} catch (err) {
  if (!(err instanceof PrepareError)) throw err
  console.error(pc.red(err.message))
  process.exitCode = 2
}
