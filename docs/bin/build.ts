/**
 * `pnpm docs:build`: compare, document, and write the static site.
 *
 * @module
 */
import { passed, progress, renderMatrix } from '@await-next/comparisons'
import { Command } from 'commander'
import { build } from 'vitepress'
import { generateApi } from '../src/api.ts'
import { runComparison } from '../src/compare.ts'
import { writeEvidence } from '../src/evidence/evidence.ts'
import { writePages } from '../src/guide/write-pages.ts'
import { DIST, DOCS } from '../src/paths.ts'
import { writeRecordings } from '../src/runs/recordings.ts'
import { writeTopicPages } from '../src/runs/topic-page.ts'
import { conceptPages } from '../src/side-by-side/page.ts'
import { writeSpeed } from '../src/speed.ts'

const { base } = new Command('pnpm docs:build')
  .description('Compare, document, and write the static site to docs/.vitepress/dist.')
  .option('--base <path>', 'where the site will stand, such as /await-next/', '/')
  .showHelpAfterError('Type "pnpm docs:build --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ base: string }>()

const comparison = await runComparison()
if (!passed(comparison)) {
  console.log(renderMatrix(comparison))
  throw new Error('The comparison failed: a site made from it would show what is not so.')
}
// Here as well: what fails to load while VitePress collects its pages is only left out.
conceptPages('en')
const show = progress(true)
const unended = await writeRecordings({ tell: show.step })
show.done()
if (unended.length > 0) throw new Error(`Not recorded to the end: ${unended.join('; ')}`)
await writeTopicPages()
await writeEvidence()
writeSpeed()
await generateApi()
await writePages()
await build(DOCS, { base })
console.log(`Wrote ${DIST}`)
