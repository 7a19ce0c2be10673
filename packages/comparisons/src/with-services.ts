/**
 * One topic with its services, for commands that cannot do without.
 *
 * @module
 */
import { openServices, type RunningService, type Services } from './services/index.ts'
import { servicesAmong } from './tools.ts'
import { TopicError } from './topic.ts'
import type { LoadedTopic } from './topics.ts'

/**
 * Opens what a topic needs for as long as some work takes.
 *
 * @throws {@link TopicError} saying what is missing or does not answer.
 */
export async function withServices<Value>(
  { id, needs }: LoadedTopic,
  work: (running: readonly RunningService[]) => Promise<Value>,
): Promise<Value> {
  const services = await openServices(servicesAmong(needs))
  try {
    const problems = whatIsWrong(services, needs)
    if (problems.length > 0) throw new TopicError(`${id} is not run. ${problems.join('; ')}`)
    return await work(services.running)
  } finally {
    await services.close()
  }
}

/** What of a topic's needs is missing or does not answer, a sentence each. */
export function whatIsWrong(
  { missing, failed }: Services,
  needs: LoadedTopic['needs'],
): readonly string[] {
  const wanted = servicesAmong(needs)
  return [
    ...missing.map(({ name, remedy }) => ({ name, text: `${name} is missing: ${remedy}` })),
    ...failed.map(({ name, problem }) => ({ name, text: `${name}: ${problem}` })),
  ].flatMap(({ name, text }) => (wanted.includes(name) ? [text] : []))
}
