/**
 * What the comparisons rest on, for pages that show it: sentences as they were judged, mutants, sizes, listed differences,
 * and what no verdict rests on. Written by `pnpm start` and `pnpm docs:build`.
 *
 * @module
 */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { knownDifferences, type Side, type Text } from '@await-next/comparisons'
import { MINIS, type Sizes, sizes, type Truth } from '@await-next/comparisons/evidence'
import { type KnownFailure, knownFailures } from '@await-next/conformance/known-failures'
import { readComparison } from '../comparison-data.ts'
import { EVIDENCE_FILE, ROOT } from '../paths.ts'
import { annotatedLink } from '../runs/annotated.ts'
import { type MutantShown, mutantsShown } from '../runs/mutants.ts'
import { highlightLines } from '../source/highlight.ts'
import { reasonsInChinese } from './reasons.ts'

/** All of it. */
export interface Evidence {
  date: string
  node: string
  claims: ClaimShown[]
  mutants: MutantShown[]
  sizes: SizesShown[]
  differences: DifferenceShown[]
  failures: readonly { suite: string; test: string; reason: Text }[]
  ignored: readonly { name: string; reason: Text }[]
  /** Topics in which the two sides do otherwise. */
  unlike: readonly { id: string; title: Text; answer: Text }[]
  topics: number
}

/** A sentence that people say, and what the runs say of it. */
export interface ClaimShown {
  id: string
  says: Text
  verdict: Truth
  because: Text
  findings: readonly FindingShown[]
}

/** What one program showed. */
export interface FindingShown {
  when: Text
  side: Side
  predicts: string
  seen: string
  holds: boolean
  mini: string
  /** As HTML, line by line. */
  program: string
}

/** How much there is to read of one mini. */
export interface SizesShown extends Omit<Sizes, 'rows'> {
  rows: (Sizes['rows'][number] & { link?: string })[]
}

/** A difference that is listed. */
export interface DifferenceShown {
  id: string
  comparison: string
  field: string
  upstream: string
  mini: string
  reason: string
  source: string
  link?: string
}

/**
 * Gathers the evidence and writes it for the pages.
 *
 * @throws Error when a sentence is not as it is stated.
 */
export async function writeEvidence(): Promise<void> {
  const { date, node, topics, ignored } = readComparison()
  const evidence: Evidence = {
    date: date.slice(0, 10),
    node,
    claims: await judgedClaims(),
    mutants: mutantsShown(),
    sizes: MINIS.map((mini) => withLinks(sizes(mini))),
    differences: knownDifferences.map(({ upstreamSource, ...one }) => ({
      ...one,
      source: upstreamSource,
      ...linkOf(upstreamSource),
    })),
    failures: knownFailures.map((one: KnownFailure) => ({ ...one, reason: inBoth(one.reason) })),
    ignored: ignored.map(({ name, reason }) => ({ name, reason: inBoth(reason) })),
    unlike: topics
      .filter(({ alike }) => alike === false)
      .map(({ id, title, answer }) => ({ id, title, answer })),
    topics: topics.length,
  }
  mkdirSync(path.dirname(EVIDENCE_FILE), { recursive: true })
  writeFileSync(EVIDENCE_FILE, JSON.stringify(evidence))
}

/** The reasons are written where the lists are, for those who read code. */
function inBoth(en: string): Text {
  const zh = reasonsInChinese[en]
  if (!zh) throw new Error(`docs/src/evidence/reasons.ts has no Chinese for: ${en}`)
  return { en, zh }
}

/** In a process of its own, where what a program lets slip hurts nobody; with the loader that keeps lines as they are. */
async function judgedClaims(): Promise<ClaimShown[]> {
  const loader = import.meta.resolve('@await-next/tracer/loader')
  const command = path.join(ROOT, 'packages/comparisons/bin/claims.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@await-next/source', '--import', loader, command, '--json'],
    { cwd: ROOT, maxBuffer: 2 ** 26 },
  )
  const judged: (ClaimShown & { problems: string[] })[] = JSON.parse(stdout)
  return Promise.all(
    judged.map(async ({ id, says, verdict, because, findings }) => ({
      id,
      says,
      verdict,
      because,
      findings: await Promise.all(
        findings.map(async (one) => ({ ...one, program: await programHtml(one.program) })),
      ),
    })),
  )
}

async function programHtml(program: string): Promise<string> {
  return (await highlightLines(dedented(program), 'javascript')).join('\n')
}

/** A function as it stands in a file, without what it is indented by there. */
export function dedented(text: string): string {
  const [first = '', ...rest] = text.split('\n')
  const depths = rest.filter((line) => line.trim()).map((line) => line.search(/\S/))
  const depth = Math.min(...depths, Number.MAX_SAFE_INTEGER)
  return [first, ...rest.map((line) => line.slice(depth))].join('\n')
}

function withLinks({ rows, ...rest }: Sizes): SizesShown {
  return { ...rest, rows: rows.map((row) => ({ ...row, ...annotatedLink(row.upstream) })) }
}

/** `express/lib/response.js#send`: the function's place on the page of the file. */
function linkOf(source: string): { link?: string } {
  const [file = '', symbol] = source.split('#')
  return annotatedLink(file, symbol ? { symbol } : {})
}
