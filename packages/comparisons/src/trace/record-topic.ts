/**
 * Recordings of topics on subjects.
 *
 * @module
 */
import { record, type Trace, type WatchedPackage } from '@await-next/tracer'
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
  return withServices(topic, (services) => recordWith(services, topic, subject))
}

/** The same with services that run already. */
export async function recordWith(
  services: readonly RunningService[],
  topic: LoadedTopic,
  subject: SubjectId,
): Promise<RecordedTopic> {
  const { provenance } = await loadSubject(subject)
  const packages = watchedPackages(provenance, topic)
  const input: ScenarioInput = { folder: topic.folder, subject, services }
  const trace = await record<ScenarioResult>({
    scenario: new URL('scenario.ts', import.meta.url),
    input,
    packages,
    label: { topic: topic.id, subject },
    // What the frameworks say of errors depends on it.
    env: { NODE_ENV: 'development' },
  })
  return { trace, packages }
}
