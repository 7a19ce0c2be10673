/**
 * `pnpm translations`: whether the Chinese pages still say what the English ones say.
 *
 * Exit code 1 when a page stands in one language only; 2 when it was typed wrong. A stale page is listed, and says so to its
 * readers: that, and one of which nobody has said what it was made from, fails with `--strict`.
 *
 * @module
 */
import { Command } from 'commander'
import pc from 'picocolors'
import {
  type Freshness,
  findTranslations,
  markTranslated,
  type Translation,
} from '../src/guide/translations.ts'
import { DOCS } from '../src/paths.ts'

interface Options {
  mark?: string[]
  strict?: true
}

const program = new Command('pnpm translations')
  .description('Check the Chinese pages against the English ones that they were made from.')
  .option(
    '--mark <page...>',
    'note that these say the same again, such as guide/events.md; or "all"',
  )
  .option('--strict', 'fail for every page that is not as its original is')
  .allowExcessArguments(false)
  .showHelpAfterError('Type "pnpm translations --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()
const { mark = [], strict } = program.opts<Options>()

markAll(mark)
const found = findTranslations(DOCS)
const wrong = found.filter(({ freshness }) => freshness !== 'current')
for (const translation of wrong) console.log(lineOf(translation))
const { length } = found.filter(({ freshness }) => freshness === 'current')
console.log(`${length} of ${found.length} pages are translated as they are.`)
if (wrong.some(({ freshness }) => strict || freshness === 'missing' || freshness === 'orphan'))
  process.exitCode = 1

function markAll(pages: readonly string[]): void {
  const known = findTranslations(DOCS)
    .filter(({ freshness }) => freshness !== 'missing' && freshness !== 'orphan')
    .map(({ page }) => page)
  for (const page of pages.includes('all') ? known : pages) {
    if (!known.includes(page)) {
      program.error(`There is no page "${page}" in both languages: write it as ${known[0]}.`)
    }
    markTranslated(DOCS, page)
  }
}

function lineOf({ page, freshness }: Translation): string {
  const told: Record<Freshness, string> = {
    current: '',
    stale: 'the English page has changed since: translate the change, then --mark it',
    unmarked: 'nobody has said what it was made from: compare, then --mark it',
    missing: `docs/zh/${page} is not there`,
    orphan: `docs/${page} is not there`,
  }
  return `${pc.yellow(freshness.padEnd(9))} ${page}: ${told[freshness]}`
}
