/**
 * One topic with its services, for commands that cannot do without.
 *
 * @module
 */
import { openServices, type RunningService } from './services/index.ts'
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
  const { running, missing, failed, close } = await openServices(servicesAmong(needs))
  try {
    const problems = [
      ...missing.map(({ name, remedy }) => `${name} is missing: ${remedy}`),
      ...failed.map(({ name, problem }) => `${name}: ${problem}`),
    ]
    if (problems.length > 0) throw new TopicError(`${id} is not run. ${problems.join('; ')}`)
    return await work(running)
  } finally {
    await close()
  }
}
