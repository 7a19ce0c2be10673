/**
 * What the page of a topic shows, in one language: only that, since all of it travels with the page.
 *
 * @module
 */
import { writeFileSync } from 'node:fs'
import { type Event, SIDES, type Side, type SubjectId } from '@await-next/comparisons'
import { readComparison, type WrittenComparison, type WrittenTopic } from '../comparison-data.ts'
import { TOPICS_FILE } from '../paths.ts'
import { highlightLines } from '../source/highlight.ts'
import { annotatedLink } from './annotated.ts'
import { type Guess, guessOf } from './guess.ts'
import { type MutantShown, mutantsShown } from './mutants.ts'
import { type RecordingSummaries, readRecordings } from './recordings.ts'
import { withoutPaths } from './without-paths.ts'

type Language = 'en' | 'zh'

/** All of a page. */
export interface TopicPage {
  id: string
  title: string
  question: string
  answer: string
  why: Record<Side, string>
  /** As HTML, line by line. */
  programs: Record<Side, string>
  /** Left out where a service was missing, and nothing was run. */
  guess?: Guess
  requests: RequestShown[]
  verdicts: VerdictShown[]
  services: readonly { name: string; about: string }[]
  /** What was missing, and what to do about it; empty where all of it was there. */
  lacking: string
  alike: boolean | undefined
  date: string
  node: string
  /** Empty where the lines are a command away. */
  recorded: RecordedSubject[]
  /** What this topic notices. */
  mutants: (Omit<MutantShown, 'breaks'> & { breaks: string })[]
}

/** What one request showed on each side. */
export interface RequestShown {
  name: string
  sides: Record<Side, AnswerShown>
}

/** What an upstream answered. */
export interface AnswerShown {
  events: readonly Event[]
  /** What a visitor told, line by line. */
  told?: readonly string[]
  /** Empty for no answer. */
  statusLine: string
  fate: string
  headers: readonly string[]
  body: string
  slips: readonly string[]
}

/** One subject, and what was found of it. */
export interface VerdictShown {
  subject: SubjectId
  /** `koa 3.3.0` */
  label: string
  /** `claims`: an upstream is held against the claims of the topic; a mini against its upstream. */
  kind: 'claims' | 'refuted' | 'agree' | 'known difference' | 'differs'
  /** How many requests it was. */
  requests: number
  /** What was left out of account, by the names of the rules. */
  ignored: readonly string[]
}

/** A subject of which the lines are on the site. */
export interface RecordedSubject {
  subject: SubjectId
  label: string
  steps: number
  lit: LitShown[]
}

/** A file of which lines ran. */
export interface LitShown {
  file: string
  lit: number
  executable: number
  /** The annotated page with these lines lit; ours have none. */
  link?: string
}

/** Makes a page for each topic of the last comparison, in both languages, and writes them where VitePress finds them. */
export async function writeTopicPages(): Promise<void> {
  const pages = { en: await topicPages('en'), zh: await topicPages('zh') }
  writeFileSync(TOPICS_FILE, withoutPaths(JSON.stringify(pages)))
}

/** The pages in one language. */
export function topicPages(language: Language): Promise<TopicPage[]> {
  const comparison = readComparison()
  const recordings = readRecordings()
  return Promise.all(
    comparison.topics.map((topic) => topicPage(topic, comparison, recordings, language)),
  )
}

async function topicPage(
  topic: WrittenTopic,
  comparison: WrittenComparison,
  recordings: RecordingSummaries,
  language: Language,
): Promise<TopicPage> {
  const { id, title, question, answer, why, services, missing, programs } = topic
  const ran = missing.length === 0
  return {
    id,
    title: title[language],
    question: question[language],
    answer: answer[language],
    why: { express: why.express[language], koa: why.koa[language] },
    programs: { express: await html(programs.express), koa: await html(programs.koa) },
    ...(ran ? { guess: guessOf(topic, language) } : {}),
    requests: ran ? requestsOf(topic, language) : [],
    verdicts: ran ? verdictsOf(topic) : [],
    services,
    lacking: missing.map(({ name, remedy }) => `${name}: ${remedy}`).join('; '),
    alike: topic.alike,
    date: comparison.date.slice(0, 10),
    node: comparison.node,
    recorded: recordedOf(topic, comparison, recordings),
    mutants: mutantsShown()
      .filter((one) => one.topic === id)
      .map(({ breaks, ...one }) => ({ ...one, breaks: breaks[language] })),
  }
}

async function html(program: string): Promise<string> {
  return (await highlightLines(program.trim(), 'typescript')).join('\n')
}

function requestsOf(topic: WrittenTopic, language: Language): RequestShown[] {
  return topic.runs.express.requests.map(({ name }, at) => ({
    name: name[language],
    sides: { express: answerOf(topic, 'express', at), koa: answerOf(topic, 'koa', at) },
  }))
}

function answerOf(topic: WrittenTopic, side: Side, at: number): AnswerShown {
  const { observation, events = [] } = topic.runs[side].requests[at] ?? {}
  const answer = observation?.answers.at(-1)
  return {
    events,
    ...(observation?.told ? { told: observation.told } : {}),
    statusLine: answer?.statusLine ?? '',
    fate: observation?.fate ?? '',
    headers: (answer?.headers ?? [])
      .filter(([name]) => name !== 'Date')
      .map((line) => line.join(': ')),
    body: withoutStack(bodyText(answer?.body)),
    slips: (observation?.slips ?? []).map(({ kind, text }) => `${kind}: ${firstLine(text)}`),
  }
}

/** The longest body shown whole, in characters. */
const BODY_SHOWN = 400

function bodyText(body: { text: string } | { base64: string } | undefined): string {
  if (!body) return ''
  const text = 'text' in body ? body.text : `base64 ${body.base64}`
  return text.length > BODY_SHOWN ? `${text.slice(0, BODY_SHOWN)}…` : text
}

/** Stacks hold the paths of the machine that ran them: only what was said is shown. */
function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? ''
}

function withoutStack(body: string): string {
  return body.replace(/(?:<br> &nbsp; &nbsp;at [^<]*)+/g, ' …')
}

function verdictsOf(topic: WrittenTopic): VerdictShown[] {
  return (['express', 'koa'] as const).flatMap((side): VerdictShown[] => {
    const verdict = topic.verdicts[side]
    if (!verdict) return []
    const { kind, labels, requests } = verdict
    const refuted = requests.some((one) => one.refuted.length > 0)
    const ignored = [...new Set(requests.flatMap((one) => one.ignored))]
    const count = requests.length
    return [
      {
        subject: SIDES[side].upstream,
        label: labels.upstream,
        kind: refuted ? 'refuted' : 'claims',
        requests: count,
        ignored: [],
      },
      { subject: SIDES[side].mini, label: labels.mini, kind, requests: count, ignored },
    ]
  })
}

function recordedOf(
  { id }: WrittenTopic,
  { subjects }: WrittenComparison,
  recordings: RecordingSummaries,
): RecordedSubject[] {
  return subjects.flatMap(({ subject, label }) => {
    const recording = recordings[id]?.[subject]
    if (!recording) return []
    const lit = recording.lit.map(({ file, lines, executable }) => ({
      file,
      lit: lines.length,
      executable,
      ...annotatedLink(file, { lit: lines }),
    }))
    return [{ subject, label, steps: recording.steps, lit }]
  })
}
