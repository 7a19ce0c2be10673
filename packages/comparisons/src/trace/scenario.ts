/**
 * A topic on a subject, as the recording of a run wants it.
 *
 * @module
 */
import type { Scenario } from '@await-next/tracer'
import { Recorder } from '../events.ts'
import { toJson } from '../json.ts'
import { askAll, watch } from '../run.ts'
import type { RunningService } from '../services/index.ts'
import { loadSubject, type SubjectId, sideOf } from '../subjects.ts'
import type { Side, Text } from '../topic.ts'
import { type LoadedTopic, loadTopic } from '../topics.ts'

/** Which topic on which subject. */
export interface ScenarioInput {
  /** The topic's folder. */
  folder: string
  subject: SubjectId
  /** Those that the topic needs. */
  services: readonly RunningService[]
}

/** What the run showed. */
export interface ScenarioResult {
  requests: readonly RecordedRequest[]
}

/** What one request showed, as JSON has it. */
export interface RecordedRequest {
  name: Text
  answers: readonly RecordedAnswer[]
  /** What a visitor told, line by line. */
  told?: readonly string[]
  fate: string
  slips: readonly { kind: string; text: string }[]
}

/** An answer, as JSON has it. */
export interface RecordedAnswer {
  statusLine: string
  headers: readonly (readonly [name: string, value: string])[]
  body: { text: string } | { base64: string }
}

const scenario: Scenario<ScenarioInput, ScenarioResult> = async (
  { folder, subject, services },
  tracing,
) => {
  const topic = patient(await loadTopic(folder), sideOf(subject))
  const recorder = new Recorder(({ handler, ...event }) =>
    tracing.event({ ...event, subject: handler }),
  )
  const loaded = await loadSubject(subject)
  tracing.loaded()
  const watched = watch(loaded, recorder)
  const seen = await askAll(topic, watched, services, recorder, tracing)
  const requests = seen.map(({ observation: { answers, told, fate, slips } }, at) => ({
    name: topic.requests[at]?.name,
    answers: answers.map(({ statusLine, headers, body }) => ({ statusLine, headers, body })),
    ...(told ? { told } : {}),
    fate,
    slips,
  }))
  return JSON.parse(toJson({ requests }))
}

/** As long as an answer is waited for that the topic expects, in milliseconds: being watched takes time. */
const PATIENCE = 10_000

/** A silence that a topic is about stays as short as it says. */
function patient(topic: LoadedTopic, side: Side): LoadedTopic {
  const requests = topic.requests.map((request, at) =>
    topic[side].shows[at]?.fate === undefined ? { ...request, patience: PATIENCE } : request,
  )
  return { ...topic, requests }
}

export default scenario
