import type { Event, EventKind } from '@await-next/comparisons'
import { describe, expect, it } from 'vitest'
import type { WrittenTopic } from '../comparison-data.ts'
import { type Guess, guessOf, milestones } from './guess.ts'

function happened(...lines: string[]): Event[] {
  return lines.map((line) => {
    const [kind, handler = ''] = line.split(' ')
    return { kind: kind as EventKind, handler, depth: handler === 'outer' ? 0 : 1 }
  })
}

interface Answer {
  status?: string
  body?: string
  events?: Event[]
}

/** A topic as the last comparison has it, so much of it as a question is made of. */
function topic(express: Answer[], koa: Answer[], alike = false): WrittenTopic {
  const run = (answers: Answer[]) => ({
    requests: answers.map(({ status, body = '', events = [] }, at) => ({
      name: { en: `request ${at + 1}`, zh: `请求 ${at + 1}` },
      observation: {
        answers: status ? [{ statusLine: `HTTP/1.1 ${status}`, body: { text: body } }] : [],
      },
      events,
    })),
  })
  return { id: 'topic', alike, runs: { express: run(express), koa: run(koa) } } as never
}

const inOrder = happened('enter outer', 'next outer', 'enter inner', 'return inner', 'return outer')
const asynchronous = happened(
  'enter outer',
  'enter inner',
  'return inner',
  'return outer',
  'settle inner',
  'settle outer',
)

function orderOf(guess: Guess, side: 'express' | 'koa'): string[] {
  if (guess.kind !== 'order') throw new Error(`asked for ${guess.kind}`)
  return guess.sides[side].events.map(({ kind, handler }) => `${kind} ${handler}`)
}

describe('guessOf(topic, language)', () => {
  it('asks for the order where it differs, with every event offered once', () => {
    const guess = guessOf(topic([{ events: inOrder }], [{ events: asynchronous }]), 'zh')
    expect(guess).toMatchObject({ kind: 'order', request: '请求 1' })
    expect(orderOf(guess, 'koa')).toEqual([
      'enter outer',
      'enter inner',
      'settle inner',
      'settle outer',
    ])
    if (guess.kind !== 'order') return
    expect(guess.sides.koa.offered.toSorted()).toEqual([0, 1, 2, 3])
  })

  it('takes the first request whose order differs', () => {
    const both = { events: inOrder }
    expect(guessOf(topic([both, both], [both, { events: asynchronous }]), 'en')).toMatchObject({
      request: 'request 2',
    })
  })

  it('asks for the answers where only those differ, and offers all that were given', () => {
    const express = [{ status: '200 OK', body: '\n  hello' }, { status: '404 Not Found' }]
    const koa = [
      { status: '200 OK', body: 'hello' },
      { status: '500 Oh', body: 'no' },
    ]
    const guess = guessOf(topic(express, koa), 'en')
    if (guess.kind !== 'answer') throw new Error(`asked for ${guess.kind}`)
    expect(guess.request).toBe('request 2')
    expect(guess.options.toSorted()).toEqual(['200 OK · hello', '404 Not Found', '500 Oh · no'])
    expect(guess.options[guess.sides.express]).toBe('404 Not Found')
    expect(guess.options[guess.sides.koa]).toBe('500 Oh · no')
  })

  it('asks whether they do alike where nothing else differs, and where somebody is silent', () => {
    const same = [{ status: '200 OK', body: 'hello' }]
    expect(guessOf(topic(same, same, true), 'en')).toEqual({ kind: 'alike', alike: true })
    expect(guessOf(topic([{}], same), 'en')).toEqual({ kind: 'alike', alike: false })
  })
})

describe('milestones(events)', () => {
  it('ends a handler with its promise, or when it returns', () => {
    const kinds = (events: Event[]) => milestones(events).map(({ kind }) => kind)
    expect(kinds(happened('enter inner', 'return inner'))).toEqual(['enter', 'return'])
    expect(kinds(happened('enter inner', 'return inner', 'throw inner'))).toEqual([
      'enter',
      'throw',
    ])
  })
})
