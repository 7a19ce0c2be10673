import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadSubject } from '../subjects.ts'
import { topicNames } from '../topics.ts'
import { type Change, makeCopy, StaleMutantError } from './copy.ts'
import { mutants } from './list.ts'
import { runMutants } from './run.ts'

async function copyOf(change: Change) {
  const copy = await makeCopy(change)
  onTestFinished(() => copy.remove())
  return copy
}

describe('makeCopy(change)', () => {
  it.each([
    ['router', 'express', ['express', 'router']],
    ['koa-compose', 'koa', ['koa', 'koa-compose']],
    ['koa', 'koa', ['koa']],
  ] as const)(
    'puts a copy of %s into the place of %s, and nothing else',
    async (of, subject, copied) => {
      const { standIn } = await copyOf({ id: `test-${of}`, of })
      const original = await loadSubject(subject)
      const { provenance } = await loadSubject(subject, standIn)
      const own = provenance.parts.filter(({ file }) => file.startsWith(standIn.folder + path.sep))
      expect(own.map(({ name }) => name)).toEqual(copied)
      expect(provenance.role).toBe('mutant')
      for (const [at, { name, version, file }] of provenance.parts.entries()) {
        const real = original.provenance.parts[at]
        expect({ name, version }).toEqual({ name: real?.name, version: real?.version })
        expect(file === real?.file).toBe(!(copied as readonly string[]).includes(name))
      }
    },
  )

  it('refuses a text that does not stand there exactly once', async () => {
    const change = {
      id: 'test-stale',
      of: 'koa-compose',
      file: 'index.js',
      find: 'nowhere',
    } as const
    await expect(copyOf(change)).rejects.toThrow(StaleMutantError)
  })
})

describe('runMutants(mutants)', () => {
  it('tells that the topic that is named does not notice, and leaves no copy', async () => {
    const harmless = {
      id: 'test-harmless',
      of: 'koa-compose',
      file: 'index.js',
      find: "'use strict'",
      replace: "'use strict';",
      breaks: { en: 'nothing', zh: '什么也没有' },
      noticedBy: 'onion',
    } as const
    const [result] = await runMutants([harmless])
    expect(result).toMatchObject({ noticed: false, how: '' })
    expect(existsSync(path.join(import.meta.dirname, '../../mutants/test-harmless'))).toBe(false)
  })

  it('says so when a mutant cannot even be loaded', async () => {
    const broken = {
      id: 'test-broken',
      of: 'koa-compose',
      file: 'index.js',
      find: "'use strict'",
      replace: 'use strict',
      breaks: { en: 'the syntax', zh: '语法' },
      noticedBy: 'onion',
    } as const
    await expect(runMutants([broken])).rejects.toThrow(/cannot be loaded/)
  })
})

describe('the list of mutants', () => {
  it('breaks each of the six, in at least 55 ways, under ids of their own', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
    expect(mutants.length).toBeGreaterThanOrEqual(55)
    expect([...new Set(mutants.map(({ of }) => of))].sort()).toEqual([
      'express',
      'koa',
      'koa-compose',
      'mini-express',
      'mini-koa',
      'router',
    ])
  })

  it('names topics that there are', () => {
    const topics = mutants.flatMap(({ noticedBy }) =>
      typeof noticedBy === 'string' ? noticedBy : [],
    )
    expect(topicNames()).toEqual(expect.arrayContaining(topics))
  })
})
