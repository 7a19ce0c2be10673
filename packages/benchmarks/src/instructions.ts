/**
 * Instructions of a request, counted by callgrind: a guard that needs no clock.
 *
 * V8 runs on one thread, without the optimizing compiler, so that the same work takes the same instructions each time. What
 * is counted is therefore how much there is to do, not how well it is optimized.
 *
 * @module
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Table from 'cli-table3'
import { build, COUNTED } from './build.ts'
import { majorOf } from './results.ts'
import type { SubjectId } from './subjects.ts'

const FILE = fileURLToPath(new URL('../results/instructions.json', import.meta.url))

/** What is counted, of whom. */
const CASES = ['hello', 'routes-1000-middle', 'error']
const SUBJECTS: readonly SubjectId[] = ['mini-express', 'mini-koa']

/** Instructions of a request, by case and subject. */
export interface Counts {
  /** The major of Node: another one takes other instructions. */
  node: number
  counts: Record<string, number>
}

/** Counts may differ by this share before anybody is told. */
export const TOLERANCE = 0.02

/** That cannot be counted here. */
export class InstructionsError extends Error {
  override name = 'InstructionsError'
}

/**
 * Counts them.
 *
 * @throws InstructionsError without valgrind.
 */
export async function countInstructions(
  onProgress: (done: number, total: number, what: string) => void,
): Promise<Counts> {
  await build()
  const counts: Counts['counts'] = {}
  const pairs = CASES.flatMap((id) => SUBJECTS.map((subject) => ({ id, subject })))
  for (const [done, { id, subject }] of pairs.entries()) {
    onProgress(done, pairs.length, `${id} · ${subject}`)
    // Starting up and warming up are in both.
    const few = await instructions(subject, id, FEW)
    const many = await instructions(subject, id, MANY)
    counts[`${id} · ${subject}`] = Math.round((many - few) / (MANY - FEW))
  }
  return { node: majorOf(process.version), counts }
}

const [FEW, MANY] = [300, 800]

async function instructions(subject: SubjectId, id: string, requests: number): Promise<number> {
  const valgrind = [
    '--tool=callgrind',
    '--callgrind-out-file=/dev/null',
    '--smc-check=all-non-file',
  ]
  const node = [process.execPath, '--single-threaded', '--predictable', '--no-opt']
  const { stderr } = await run('valgrind', [
    ...valgrind,
    ...node,
    COUNTED,
    subject,
    id,
    `${requests}`,
  ])
  const collected = /Collected : (\d+)/.exec(stderr)?.[1]
  if (!collected) throw new InstructionsError(`valgrind tells no count:\n${stderr}`)
  return Number(collected)
}

async function run(command: string, args: readonly string[]): Promise<{ stderr: string }> {
  try {
    return await promisify(execFile)(command, args, {
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    })
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'ENOENT') throw err
    throw new InstructionsError(
      'valgrind is not installed: instructions are counted on Linux, with it.',
    )
  }
}

/** The counts that were recorded for this Node, if any were. */
export function readCounts(node = majorOf(process.version), file = FILE): Counts | undefined {
  if (!existsSync(file)) return undefined
  const recorded: Counts[] = JSON.parse(readFileSync(file, 'utf8'))
  return recorded.find((one) => one.node === node)
}

/** Records counts in the place of those of the same Node. */
export function recordCounts(counts: Counts, file = FILE): void {
  const before: Counts[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const others = before.filter(({ node }) => node !== counts.node)
  const all = [...others, counts].sort((one, other) => one.node - other.node)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
}

/** One count beside the recorded one. */
export interface Change {
  what: string
  now: number
  before: number | undefined
  /** As a share; `undefined` for what was not recorded. */
  change: number | undefined
  isTolerable: boolean
}

/** What has changed, and whether so much may. */
export function compareCounts(now: Counts, recorded: Counts | undefined): Change[] {
  return Object.entries(now.counts).map(([what, count]) => {
    const before = recorded?.counts[what]
    const change = before === undefined ? undefined : count / before - 1
    const isTolerable = before === undefined || count <= before * (1 + TOLERANCE)
    return { what, now: count, before, change, isTolerable }
  })
}

/** As a table. */
export function renderCounts(changes: readonly Change[]): string {
  const table = new Table({
    head: ['instructions of a request', 'now', 'recorded', 'change'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  })
  for (const { what, now, before, change, isTolerable } of changes) {
    const told =
      change === undefined ? '–' : `${change > 0 ? '+' : ''}${(change * 100).toFixed(1)} %`
    table.push([what, String(now), String(before ?? '–'), isTolerable ? told : `${told} !`])
  }
  return `${table}\nUp to +${TOLERANCE * 100} % is no change. --record makes these the ones to compare with.`
}
