/**
 * `pnpm start`: compare, print the matrix, then serve the site made from that very run.
 *
 * @module
 */

import { passed, progress, renderMatrix, systemLanguage } from '@await-next/comparisons'
import { Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { generateApi } from '../src/api.ts'
import { runComparison } from '../src/compare.ts'
import { writeEvidence } from '../src/evidence/evidence.ts'
import { writePages } from '../src/guide/write-pages.ts'
import { type Recordings, readRecordings, writeRecordings } from '../src/runs/recordings.ts'
import { writeTopicPages } from '../src/runs/topic-page.ts'
import { serveSite } from '../src/serve.ts'
import { writeSpeed } from '../src/speed.ts'
import { say } from '../src/words.ts'

interface Options {
  port: number
  lang: 'en' | 'zh'
  serve: boolean
}

const { port, lang, serve } = new Command('pnpm start')
  .description('Run every topic on Express, mini-Express, Koa and mini-Koa, then serve the site.')
  .option(
    '--port <number>',
    'where to serve; a busy port moves on to the next one',
    portNumber,
    5173,
  )
  .addOption(
    new Option('--lang <language>', 'language of the texts')
      .choices(['en', 'zh'])
      .default(systemLanguage()),
  )
  .option('--no-serve', 'compare and prepare only')
  .showHelpAfterError('Type "pnpm start --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Options>()
const words = say[lang]

console.log(words.comparing)
const comparison = await runComparison()
console.log(renderMatrix(comparison, lang))
if (!passed(comparison)) {
  console.error(pc.red(words.differs))
  process.exitCode = 1
}

await writeTopicPages()
await writeEvidence()

console.log(words.documenting)
writeSpeed()
await generateApi()
await writePages()

if (serve) await serveUntilInterrupted()

async function serveUntilInterrupted(): Promise<void> {
  let site = await serveSite(port)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => site.close().then(() => process.exit(0)))
  }
  console.log(`\n${words.serving}\n`)
  console.log(`  ${pc.cyan(site.address)}`)
  console.log(`  ${pc.cyan(`${site.address}zh/`)}\n`)
  console.log(pc.dim(words.stop))
  console.log(`\n${words.recording}`)
  for (const which of ['stack', 'all'] as const) {
    const hasMore = await recordMeanwhile(which)
    console.log(words.recorded[which])
    if (!hasMore) continue
    await site.close()
    // Pages that are open load anew as soon as it is back.
    site = await serveSite(Number(new URL(site.address).port))
  }
}

/**
 * Records on one core while somebody reads on the other.
 *
 * @returns Whether the pages have more to show now.
 */
async function recordMeanwhile(which: Recordings): Promise<boolean> {
  const before = readRecordings()
  const show = progress(true)
  const unended = await writeRecordings({ which, tell: show.step, parallel: 1 })
  show.done()
  for (const sentence of unended) console.error(pc.yellow(sentence))
  await writeTopicPages()
  return JSON.stringify(readRecordings()) !== JSON.stringify(before)
}

function portNumber(value: string): number {
  const wanted = Number(value)
  if (Number.isInteger(wanted) && wanted > 0 && wanted < 65536) return wanted
  throw new InvalidArgumentError(`"${value}" is no port. Ports are 1 to 65535.`)
}
