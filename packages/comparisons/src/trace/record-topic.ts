/**
 * Recordings of topics on subjects.
 *
 * @module
 */
import { record, type Trace, type WatchedPackage } from '@await-next/tracer'
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

/** Records a topic on a subject, in a process of its own. */
export async function recordTopic(topic: LoadedTopic, subject: SubjectId): Promise<RecordedTopic> {
  const { provenance } = await loadSubject(subject)
  const packages = watchedPackages(provenance, topic)
  const trace = await withServices(topic, (services) => {
    const input: ScenarioInput = { folder: topic.folder, subject, services }
    return record<ScenarioResult>({
      scenario: new URL('scenario.ts', import.meta.url),
      input,
      packages,
      label: { topic: topic.id, subject },
      // What the frameworks say of errors depends on it.
      env: { NODE_ENV: 'development' },
    })
  })
  return { trace, packages }
}
