/**
 * `pnpm sizes [mini…]`: how many lines there are to read, ours beside upstream's, file by file.
 *
 * Exit codes: 0 ours are fewer, 1 they are not, 2 the command was misused.
 *
 * @module
 */
import Table from 'cli-table3'
import { Argument, Command } from 'commander'
import pc from 'picocolors'
import { MINIS, type Mini, type Sizes, sizes } from '../src/sizes.ts'

const program = new Command('pnpm sizes')
  .description('Count the lines of code of the minis, beside the upstream files that they mirror.')
  .addArgument(new Argument('[minis...]', 'only these (default: all)').choices([...MINIS]))
  .option('--json', 'print the figures as JSON')
  .addHelpText('after', '\nComments and blank lines are not counted; types are counted apart.')
  .showHelpAfterError('Type "pnpm sizes --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

const wanted = (program.args.length > 0 ? program.args : MINIS) as readonly Mini[]
const measured = wanted.map(sizes)
console.log(
  program.opts<{ json?: true }>().json
    ? JSON.stringify(measured, null, 2)
    : measured.map(table).join('\n\n'),
)
process.exitCode = measured.every(({ code, upstream }) => code < upstream) ? 0 : 1

function table({ mini, rows, upstream, code, types }: Sizes): string {
  const table = new Table({
    head: ['upstream', 'code', mini, 'code', 'types'],
    colAligns: ['left', 'right', 'left', 'right', 'right'],
    style: { head: [], border: [] },
  })
  for (const row of rows) {
    table.push([
      row.upstream.replaceAll(', ', '\n') || '–',
      row.upstream ? row.code : '',
      row.files.map(({ file }) => file).join('\n'),
      row.files.map((file) => file.code).join('\n'),
      row.files.map((file) => file.types).join('\n'),
    ])
  }
  table.push(['', upstream, '', code, types])
  const paint = code < upstream ? pc.green : pc.red
  return `${table}\n${paint(`${mini}: ${code} lines of code against ${upstream}`)} ${pc.dim(
    `(and ${types} of types)`,
  )}`
}
