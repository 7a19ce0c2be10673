/**
 * Recordings of topics on subjects.
 *
 * @module
 */
import { Recorder, type Trace, type WatchedPackage } from '@await-next/tracer'
import type { RunningService } from '../services/index.ts'
import { loadSubject, type SubjectId } from '../subjects.ts'
import type { LoadedTopic } from '../topics.ts'
import { withServices } from '../with-services.ts'
import { watchedPackages } from './packages.ts'
import type { ScenarioInput, ScenarioResult } from './scenario.ts'

/** The recording of one topic on one subject. */
export type TopicTrace = Trace<ScenarioResult>

/** A recording, and the packages whose files it speaks of. */
export interface RecordedTopic {
  trace: TopicTrace
  packages: readonly WatchedPackage[]
}

/** Records a topic on a subject, in a process of its own, with the services that it needs. */
export function recordTopic(topic: LoadedTopic, subject: SubjectId): Promise<RecordedTopic> {
  return withServices(topic, async (services) => {
    const recorder = openRecorder()
    try {
      return await recordWith(recorder, services, topic, subject)
    } finally {
      await recorder.close()
    }
  })
}

/** A process for recordings of topics. */
export function openRecorder(): Recorder {
  // What the frameworks say of errors depends on it.
  return new Recorder({ env: { NODE_ENV: 'development' } })
}

/** The same in a process that is there already, and with services that run. */
export async function recordWith(
  recorder: Recorder,
  services: readonly RunningService[],
  topic: LoadedTopic,
  subject: SubjectId,
): Promise<RecordedTopic> {
  const { provenance } = await loadSubject(subject)
  const packages = watchedPackages(provenance, topic)
  const input: ScenarioInput = { folder: topic.folder, subject, services }
  const trace = await recorder.record<ScenarioResult>({
    scenario: new URL('scenario.ts', import.meta.url),
    input,
    packages,
    label: { topic: topic.id, subject },
  })
  return { trace, packages }
}
