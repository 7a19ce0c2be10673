import type { Observation } from '@await-next/oracle'
import { describe, expect, it } from 'vitest'
import type { EventKind } from './events.ts'
import type { RequestRun, SubjectRun } from './run.ts'
import type { Claim, Topic } from './topic.ts'
import { judgeSide, sidesAlike } from './verdict.ts'

const observation: Observation = {
  request: 'one',
  answers: [
    {
      statusLine: 'HTTP/1.1 200 OK',
      status: 200,
      headers: [['X-A', '1']],
      body: Buffer.from('hi'),
      trailers: [],
      complete: true,
    },
  ],
  stray: Buffer.alloc(0),
  fate: 'kept',
  patience: 1000,
  slips: [],
}
const run = (changes: Partial<Observation> = {}, handlers = ['a']): SubjectRun => ({
  topic: 'test',
  provenance: { label: 'test' } as SubjectRun['provenance'],
  requests: [
    {
      name: { en: 'one', zh: '一' },
      observation: { ...observation, ...changes },
      events: handlers.map((handler) => ({ kind: 'enter' as const, handler, depth: 0 })),
    },
  ],
})
const text = { en: '', zh: '' }
const topic = (claim: Claim): Topic & { id: string } => ({
  id: 'test',
  group: 'stack',
  title: text,
  question: text,
  answer: text,
  requests: [{ name: { en: 'one', zh: '一' } }],
  express: { shows: [claim], why: text },
  koa: { shows: [claim], why: text },
})
const verdict = (claim: Claim, upstream = run(), mini = run()) =>
  judgeSide('koa', topic(claim), upstream, mini, [])

describe('judgeSide(side, topic, upstream, mini)', () => {
  it('agrees where the claim holds and both are alike', () => {
    const claim = {
      status: 200,
      body: 'hi',
      headers: { 'x-a': '1', 'x-b': undefined },
      events: ['enter a'],
    }
    expect(verdict(claim)).toMatchObject({
      kind: 'agree',
      requests: [{ refuted: [], differences: [] }],
    })
  })

  it.each<[string, Claim]>([
    ['status', { status: 404 }],
    ['body', { status: 200, body: 'ho' }],
    ['body', { status: 200, body: /^ho/ }],
    ['x-a', { status: 200, headers: { 'x-a': '2' } }],
    ['x-a', { status: 200, headers: { 'x-a': undefined } }],
    ['x-a', { status: 200, headers: { 'x-a': ['1', '2'] } }],
    ['x-b', { status: 200, headers: { 'x-b': /./ } }],
    ['fate', { status: 200, fate: 'closed' }],
    ['slips', { status: 200, slips: ['console: x'] }],
    ['events', { status: 200, events: [] }],
  ])('differs where a claim about %s does not hold, though both are alike', (field, claim) => {
    const { kind, requests } = verdict(claim)
    expect(kind).toBe('differs')
    expect(requests[0]?.refuted[0]).toMatch(new RegExp(`^${field}: claimed`))
  })

  it('differs where the answers do, or only the events', () => {
    const answers = verdict({ status: 200 }, run(), run({ fate: 'closed' }))
    const events = verdict({ status: 200 }, run(), run({}, ['a', 'b']))
    expect([answers.kind, events.kind]).toEqual(['differs', 'differs'])
    expect(events.requests[0]?.differences).toEqual([
      { field: 'events', upstream: 'enter a', mini: 'enter a, enter b' },
    ])
  })

  it('does not take a missing observation for an unchanged one', () => {
    expect(() => verdict({ status: 200 }, run(), { ...run(), requests: [] })).toThrow(
      /has no observation/,
    )
  })
})

describe('sidesAlike(express, koa)', () => {
  const ran = (...lines: string[]): SubjectRun => {
    const events = lines.map((line) => {
      const [kind, handler] = line.split(' ') as [EventKind, string]
      return { kind, handler, depth: handler === 'inner' ? 1 : 0 }
    })
    const [request] = run().requests as [RequestRun]
    return { ...run(), requests: [{ ...request, events }] }
  }

  it('takes a return and a promise that settles for the same, but not another order of them', () => {
    const enters = ['enter outer', 'next outer', 'enter inner']
    const express = ran(...enters, 'respond inner', 'return inner', 'return outer')
    const koa = ran(...enters, 'return inner', 'return outer', 'settle inner', 'settle outer')
    const crossed = ran(...enters, 'return inner', 'return outer', 'settle outer', 'settle inner')
    expect(sidesAlike(express, koa)).toBe(true)
    expect(sidesAlike(crossed, koa)).toBe(false)
    const late = [...enters, 'return inner', 'return outer', 'settle outer', 'respond inner']
    expect(sidesAlike(ran(...late, 'settle inner'), koa)).toBe(false)
  })

  it('looks at what a client would notice', () => {
    expect(sidesAlike(run(), run({ patience: 5 }))).toBe(true)
    expect(sidesAlike(run(), run({ fate: 'closed' }))).toBe(false)
    expect(sidesAlike(run(), run({}, ['b']))).toBe(false)
  })
})
