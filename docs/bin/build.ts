/**
 * `pnpm docs:build`: compare, document, and write the static site.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import { passed, progress, renderMatrix } from '@await-next/comparisons'
import { Command, Option } from 'commander'
import { build } from 'vitepress'
import { generateApi } from '../src/api.ts'
import { runComparison } from '../src/compare.ts'
import { writeEvidence } from '../src/evidence/evidence.ts'
import { writePages } from '../src/guide/write-pages.ts'
import { COMPARISON_FILE, DIST, DOCS, EVIDENCE_FILE } from '../src/paths.ts'
import { type Recordings, writeRecordings } from '../src/runs/recordings.ts'
import { writeTopicPages } from '../src/runs/topic-page.ts'
import { conceptPages } from '../src/side-by-side/page.ts'
import { writeSpeed } from '../src/speed.ts'

const { base, prepared, runs } = new Command('pnpm docs:build')
  .description('Compare, document, and write the static site to docs/.vitepress/dist.')
  .option('--base <path>', 'where the site will stand, such as /await-next/', '/')
  .option('--prepared', 'of what "pnpm start" has prepared: no topic is run again')
  .addOption(
    new Option('--runs <which>', 'topics with their runs, line by line; all of them take minutes')
      .choices(['stack', 'all'])
      .default('stack'),
  )
  .showHelpAfterError('Type "pnpm docs:build --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ base: string; prepared?: true; runs: Recordings }>()

if (!prepared) await prepare()
else if (![COMPARISON_FILE, EVIDENCE_FILE].every(existsSync)) {
  throw new Error('Nothing is prepared: run "pnpm start --no-serve" first.')
}
// Here as well: what fails to load while VitePress collects its pages is only left out.
conceptPages('en')
const show = progress(true)
const unended = await writeRecordings({
  which: runs,
  tell: show.step,
  onSkip: (topic, why) => console.error(`No recording of ${topic}: ${why}`),
})
show.done()
if (unended.length > 0) throw new Error(`Not recorded to the end: ${unended.join('; ')}`)
await writeTopicPages()
await build(DOCS, { base })
console.log(`Wrote ${DIST}`)

async function prepare(): Promise<void> {
  const comparison = await runComparison()
  if (!passed(comparison)) {
    console.log(renderMatrix(comparison))
    throw new Error('The comparison failed: a site made from it would show what is not so.')
  }
  // The evidence is judged in a process of its own.
  await Promise.all([writeEvidence(), writeDocumentation()])
}

async function writeDocumentation(): Promise<void> {
  writeSpeed()
  await generateApi()
  await writePages()
}
