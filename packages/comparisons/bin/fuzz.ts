/**
 * `pnpm fuzz`: random programs and random requests on upstream and mini, until something differs.
 *
 * Exit codes: 0 nothing unlisted was found, 1 something was, 2 the command was misused.
 *
 * @module
 */
import { randomInt } from 'node:crypto'
import path from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { writeFinding } from '../src/fuzz/folder.ts'
import { type Finding, type FuzzReport, fuzz } from '../src/fuzz/fuzz.ts'
import { indent } from '../src/fuzz/programs.ts'
import { toJson } from '../src/json.ts'
import { SIDES } from '../src/subjects.ts'
import type { Side } from '../src/topic.ts'

interface Options {
  seconds: number
  seed: number
  side?: Side
  out: string
  json?: true
}

const program = new Command('pnpm fuzz')
  .description(
    'Ask random Express and Koa programs random requests, on upstream and mini. What differs is shrunk and written as a topic.',
  )
  .option('--seconds <n>', 'how long', positive, 60)
  .option('--seed <n>', 'which cases: the same seed makes the same ones', whole, randomInt(1e9))
  .addOption(new Option('--side <side>', 'one side only').choices(Object.keys(SIDES)))
  .option('--out <folder>', 'where findings are written', 'fuzz-findings')
  .option('--json', 'print the report as JSON')
  .showHelpAfterError('Type "pnpm fuzz --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

const { seconds, seed, side, out, json } = program.opts<Options>()
// As the topics run: Express prints nothing under `test`, which would hide a slip.
process.env['NODE_ENV'] = 'development'
if (!json)
  console.log(`pnpm fuzz --seconds ${seconds} --seed ${seed}${side ? ` --side ${side}` : ''}`)

const report = await fuzz({
  seconds,
  seed,
  ...(side && { sides: [side] }),
  onProgress: (soFar) => progress(counts(soFar)),
})
progress('')
for (const finding of report.findings) await tell(finding)
if (json) console.log(toJson(report))
else console.log(`${counts(report)}: ${verdict(report)}`)
process.exitCode = report.findings.length === 0 ? 0 : 1

async function tell(finding: Finding): Promise<void> {
  const name = path.join(out, `${finding.side}-${report.seed}`)
  // A relative folder means one where the user stands, not where pnpm has put us.
  const folder = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name)
  await writeFinding(finding, folder)
  if (json) return
  const { upstream, mini } = SIDES[finding.side]
  console.log(
    `\n${pc.bold(`${upstream} and ${mini} differ`)}, made small in ${finding.shrunk} steps:\n`,
  )
  console.log(indent(finding.source))
  for (const { field, upstream: theirs, mini: ours } of finding.differences) {
    console.log(`\n  ${pc.bold(field)}\n  ${upstream}: ${theirs}\n  ${mini}: ${ours}`)
  }
  console.log(`\nAs a topic: pnpm compare ./${name.replaceAll(path.sep, '/')}\n`)
}

function counts({ cases, requests }: Omit<FuzzReport, 'findings'>): string {
  const all = (Object.keys(cases) as Side[]).filter((of) => cases[of] > 0)
  return `${all.map((of) => `${cases[of]} ${of} programs`).join(', ')}, ${requests} requests`
}

function verdict({ findings, known }: FuzzReport): string {
  const listed = Object.entries(known).map(([id, times]) => `${times} times ${id}`)
  const accepted = listed.length > 0 ? ` (known differences: ${listed.join(', ')})` : ''
  return findings.length === 0
    ? `nothing differs${accepted}`
    : `${findings.length} found${accepted}`
}

/** One line rewritten on a terminal, nothing into a pipe. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`)
}

function positive(value: string): number {
  const number = Number(value)
  if (number > 0 && Number.isFinite(number)) return number
  throw new InvalidArgumentError('It must be a number above 0.')
}

function whole(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('It must be a whole number of up to nine digits.')
}
