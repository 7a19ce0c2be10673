/**
 * A finding as a topic folder, which `pnpm compare` reproduces.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Observation, observeAll, type RequestSpec } from '@await-next/oracle'
import { loadSubject, SIDES } from '../subjects.ts'
import type { Claim, Side } from '../topic.ts'
import { build, type Finding } from './fuzz.ts'
import { indent, PARAMETERS, vocabularies } from './programs.ts'

/** Writes `express.ts`, `koa.ts` and `topic.ts` into a folder, which is made where it is missing. */
export async function writeFinding(finding: Finding, folder: string): Promise<void> {
  const other: Side = finding.side === 'express' ? 'koa' : 'express'
  const { head, tail } = vocabularies[other]
  const idle = `${head}\n${tail}`
  const elsewhere = await observeAll(
    build(other, idle, await loadSubject(SIDES[other].upstream)),
    finding.requests,
  )
  await mkdir(folder, { recursive: true })
  const files = {
    [`${finding.side}.ts`]: programText(finding.side, finding.source),
    [`${other}.ts`]: programText(other, idle),
    'topic.ts': topicText(finding, {
      [finding.side]: finding.upstream,
      [other]: elsewhere,
    } as Record<Side, readonly Observation[]>),
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(folder, name), text)
  }
}

function programText(side: Side, source: string): string {
  return `export default (${PARAMETERS[side].join(', ')}) => {\n${indent(source)}\n}\n`
}

function topicText(
  { side, requests, differences }: Finding,
  observations: Record<Side, readonly Observation[]>,
): string {
  const text = (value: string) => literal({ en: value, zh: value })
  const sideText = (of: Side) => `{
    shows: ${literal(observations[of].map(claimOf))},
    why: ${text(of === side ? 'Found by the fuzzer.' : 'This side is not asked: its app is empty.')},
  }`
  return `export default {
  group: 'stack',
  title: ${text('A finding of the fuzzer')},
  question: ${text(differences.map(({ field }) => field).join(', '))},
  requests: [
${requests.map((request) => `    ${requestText(request)},`).join('\n')}
  ],
  express: ${sideText('express')},
  koa: ${sideText('koa')},
  answer: ${text('Upstream and mini differ.')},
}
`
}

/** Without the fuzzer's patience: a topic is asked in a process of its own, which takes its time to start. */
function requestText({ name, raw, patience: _, ...request }: RequestSpec): string {
  const shown = name ?? `${request.method} ${request.target}`
  const bytes = raw === undefined ? '' : `, raw: ${bufferText(raw)}`
  return `{ name: ${literal({ en: shown, zh: shown })}${bytes}, ...${literal(request)} }`
}

function bufferText(raw: string | Uint8Array): string {
  return `Buffer.from(${literal(Buffer.from(raw).toString('latin1'))}, 'latin1')`
}

/** What upstream was seen to do, as far as a claim can say it. */
function claimOf({ answers, fate, slips }: Observation): Claim {
  const status = answers.at(-1)?.status
  return {
    ...(status !== undefined && { status }),
    fate,
    slips: slips.map(({ kind, text }) => `${kind}: ${text.split('\n', 1)[0]}`),
  }
}

/** JSON is JavaScript. */
function literal(value: unknown): string {
  return JSON.stringify(value)
}
