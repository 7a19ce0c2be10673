/** Every topic on both sides: claims first, then upstream against mini. What `pnpm compare` shows, as tests. */
import { record } from '@await-next/oracle/vitest'
import { beforeAll, describe, expect, it } from 'vitest'
import { knownDifferences } from './known-differences.ts'
import { problemLines } from './render/problems.ts'
import { words } from './render/words.ts'
import { runTopic } from './run.ts'
import { loadSubject, SIDES, type Subject } from './subjects.ts'
import type { Side } from './topic.ts'
import { type LoadedTopic, loadTopic, topicNames } from './topics.ts'
import { judgeSide, type SideVerdict } from './verdict.ts'

const topics = await Promise.all(topicNames().map((name) => loadTopic(name)))
const subjects = {
  express: await loadSubject('express'),
  'mini-express': await loadSubject('mini-express'),
  koa: await loadSubject('koa'),
  'mini-koa': await loadSubject('mini-koa'),
}

describe.each(Object.keys(SIDES) as Side[])('%s', (side) => {
  const upstream = subjects[SIDES[side].upstream]
  const mini = subjects[SIDES[side].mini]
  const names = { upstream: labelOf(upstream), mini: SIDES[side].mini }

  describe.each(topics)('$id', (topic) => {
    let verdict: SideVerdict

    beforeAll(async () => {
      verdict = await judged(side, topic, upstream, mini)
    })

    it.for(topic.requests.map(({ name }) => name))('%s', (name, { task }) => {
      const request = verdict.requests.find((one) => one.request === name)
      if (!request) throw new Error('there is no verdict')
      const refuted = request.refuted.length > 0
      record(task.meta, names, {
        kind: refuted ? 'differs' : request.kind,
        explanation: problemLines(request, side, words.en).join('\n'),
      })
    })
  })
})

describe('loadSubject(subject)', () => {
  it.each(Object.values(subjects))(
    'proves where $provenance.subject came from',
    ({ provenance }) => {
      const [framework] = provenance.parts
      expect(framework.file).toContain(provenance.role === 'upstream' ? 'node_modules' : 'packages')
      expect(framework.version).toMatch(/^\d+\.\d+\.\d+/)
    },
  )

  it('loads four different frameworks', () => {
    const frameworks = Object.values(subjects).map(({ framework }) => framework)
    expect(new Set(frameworks).size).toBe(4)
  })
})

async function judged(side: Side, topic: LoadedTopic, upstream: Subject, mini: Subject) {
  const runs = [await runTopic(topic, upstream), await runTopic(topic, mini)] as const
  return judgeSide(side, topic, ...runs, knownDifferences)
}

function labelOf({ provenance }: Subject): string {
  const [{ name, version }] = provenance.parts
  return `${name} ${version}`
}
