/** Every topic on both sides: claims first, then upstream against mini. What `pnpm compare` shows, as tests. */
import { record } from '@await-next/oracle/vitest'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Comparison, compare, type TopicResult } from './compare.ts'
import { problemLines } from './render/problems.ts'
import { words } from './render/words.ts'
import { loadSubject, SIDES, SUBJECTS } from './subjects.ts'
import type { Side } from './topic.ts'
import { loadTopic, topicNames } from './topics.ts'

const topics = await Promise.all(topicNames().map((name) => loadTopic(name)))
const subjects = await Promise.all(SUBJECTS.map((subject) => loadSubject(subject)))
/** On CI nothing may be skipped. */
const isRequired = process.env['AWAIT_NEXT_REQUIRE_SERVICES'] === '1'
let comparison: Comparison

beforeAll(async () => {
  comparison = await compare({ topics })
}, 300_000)

describe.each(Object.keys(SIDES) as Side[])('%s', (side) => {
  const { upstream, mini } = SIDES[side]
  const names = { upstream: labelOf(upstream), mini }

  describe.each(topics)('$id', ({ id, requests }) => {
    it.for(requests.map(({ name }, at) => ({ name: name.en, at })))(
      '$name',
      ({ name, at }, { task, skip }) => {
        const topic = comparison.topics.find((one) => one.id === id)
        if (!isRequired && topic?.missing.length) return skip(notRun(topic))
        const request = topic?.verdicts[side]?.requests[at]
        const failures = topic?.failures[upstream] ?? topic?.failures[mini] ?? notRun(topic)
        expect(request?.request.en, failures || 'there is no verdict').toBe(name)
        if (!request) return
        record(task.meta, names, {
          kind: request.refuted.length > 0 ? 'differs' : request.kind,
          explanation: problemLines(request, topic?.verdicts[side]?.labels, words.en).join('\n'),
        })
      },
    )
  })
})

describe('loadSubject(subject)', () => {
  it.each(subjects)('proves where $provenance.subject came from', ({ provenance }) => {
    const [framework] = provenance.parts
    expect(framework.file).toContain(provenance.role === 'upstream' ? 'node_modules' : 'packages')
    expect(framework.version).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('loads four different frameworks', () => {
    expect(new Set(subjects.map(({ framework }) => framework)).size).toBe(4)
  })
})

/** What the machine lacks: shown beside the test that was skipped for it. */
function notRun(topic?: TopicResult): string | undefined {
  return topic?.missing.map(({ name, remedy }) => `not run: ${name}: ${remedy}`).join('; ')
}

function labelOf(subject: string): string {
  const { provenance } = subjects.find((one) => one.provenance.subject === subject) ?? {}
  return `${provenance?.parts[0].name} ${provenance?.parts[0].version}`
}
