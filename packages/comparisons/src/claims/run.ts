/**
 * Runs sentences on upstream and mini, and computes what is to be said of them.
 *
 * @module
 */
import { runTopic } from '../run.ts'
import { loadSubject, SIDES, type SubjectId } from '../subjects.ts'
import type { Side } from '../topic.ts'
import type { LoadedTopic } from '../topics.ts'
import type { Experiment, Saying, Truth } from './saying.ts'

/** What one experiment showed. */
export interface Finding {
  experiment: Experiment
  side: Side
  /** What the sentence is about, as upstream shows it. */
  seen: string
  /** Whether that is what the sentence predicts. */
  holds: boolean
  /** The same, as the mini shows it. */
  mini: string
}

/** What was computed of one sentence. */
export interface Judgement {
  saying: Saying
  findings: readonly Finding[]
  verdict: Truth
  /** What is wrong with it: another verdict than the one stated, or a mini that shows something else. */
  problems: readonly string[]
}

/** Runs every experiment of a sentence on both subjects of its side. */
export async function judgeSaying(saying: Saying): Promise<Judgement> {
  const findings: Finding[] = []
  for (const experiment of saying.experiments) findings.push(await find(saying.id, experiment))
  const verdict = truthOf(findings)
  return { saying, findings, verdict, problems: problemsOf(saying, findings, verdict) }
}

/** All as predicted, none, or some. */
export function truthOf(findings: readonly Pick<Finding, 'holds'>[]): Truth {
  const held = findings.filter(({ holds }) => holds).length
  if (held === 0) return 'false'
  return held === findings.length ? 'true' : 'depends'
}

async function find(id: string, experiment: Experiment): Promise<Finding> {
  const side: Side = 'express' in experiment ? 'express' : 'koa'
  const seen = await see(id, experiment, SIDES[side].upstream)
  const mini = await see(id, experiment, SIDES[side].mini)
  return { experiment, side, seen, holds: seen === experiment.predicts, mini }
}

async function see(id: string, experiment: Experiment, subject: SubjectId): Promise<string> {
  const { requests } = await runTopic(topicOf(id, experiment), await loadSubject(subject))
  const [run] = requests
  if (!run) throw new Error(`${id}: ${subject} has no observation`)
  return experiment.see(run)
}

function problemsOf(saying: Saying, findings: readonly Finding[], verdict: Truth): string[] {
  const stated = verdict === saying.verdict ? [] : [`stated ${saying.verdict}, computed ${verdict}`]
  const differing = findings.filter(({ seen, mini }) => seen !== mini)
  return [
    ...stated,
    ...differing.map(
      ({ side, experiment, seen, mini }) =>
        `${experiment.when.en}: ${SIDES[side].upstream} shows ${seen}, ${SIDES[side].mini} shows ${mini}`,
    ),
  ]
}

const NO_TEXT = { en: '', zh: '' }

/** How long an answer is waited for, in milliseconds: a busy machine is no reason for a verdict. */
const PATIENCE = 10_000

/** An experiment as the runner of topics takes it. */
function topicOf(id: string, experiment: Experiment): LoadedTopic {
  const missing = () => {
    throw new Error(`${id} has no program for this side`)
  }
  const side = { shows: [], why: NO_TEXT }
  const source = { file: '', text: '' }
  return {
    id,
    folder: '',
    group: 'stack',
    title: NO_TEXT,
    question: NO_TEXT,
    answer: NO_TEXT,
    requests: [{ patience: PATIENCE, ...experiment.request, name: experiment.when }],
    express: side,
    koa: side,
    programs: {
      express: async () => ('express' in experiment ? experiment.express : missing),
      koa: async () => ('koa' in experiment ? experiment.koa : missing),
    },
    sources: { express: source, koa: source },
  }
}
