/** What every demo's folder has to keep to. */
import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SCREEN } from '../src/demo.ts'
import { DEMOS, demoIds, type LoadedDemo, loadDemos } from '../src/demos.ts'
import { GOLDEN_NAME, golden, majors } from '../src/golden.ts'
import { groups } from '../src/groups.ts'
import { items } from './items.ts'

const demos = await loadDemos(demoIds)
const CHINESE = /\p{Script=Han}/u

const read = (demo: LoadedDemo, file: string) => readFileSync(path.join(demo.folder, file), 'utf8')

const goldenNames = (demo: LoadedDemo) =>
  readdirSync(demo.folder).filter((name) => name.startsWith('expected'))

const texts = ({ title, question, explanation, pitfalls = [], long, posixOnly }: LoadedDemo) =>
  [title, question, explanation, ...pitfalls, long, posixOnly].filter((text) => text !== undefined)

/** Places of this machine, written as POSIX, as Windows or as a URL writes them. */
const machine = [homedir(), process.cwd(), DEMOS, path.join(DEMOS, '../../..')].flatMap((place) => [
  place,
  place.replaceAll('\\', '\\\\'),
  place.replaceAll('\\', '/'),
])

describe('the folders', () => {
  it('are those that the groups name', () => {
    const folders = readdirSync(DEMOS).flatMap((group) =>
      readdirSync(path.join(DEMOS, group)).map((name) => `${group}/${name}`),
    )
    expect(folders.sort()).toEqual([...demoIds].sort())
    expect(new Set(demoIds).size).toBe(demoIds.length)
  })

  it('make at least 90 demos, in groups with a title in both languages', () => {
    expect(demoIds.length).toBeGreaterThanOrEqual(90)
    for (const { title } of groups) expect(title.zh).toMatch(CHINESE)
  })

  it('hold a demo for every item of the plan', () => {
    const missing = Object.entries(items).flatMap(([item, ids]) =>
      ids.length === 0 ? [item] : ids.filter((id) => !demoIds.includes(id)),
    )
    expect(missing).toEqual([])
  })
})

describe.each(demos.map((demo) => [demo.id, demo] as const))('%s', (_, demo) => {
  it('says everything in both languages', () => {
    for (const { en, zh } of texts(demo)) {
      expect(en).toMatch(/^\P{Script=Han}{3,}/u)
      expect(zh).toMatch(CHINESE)
    }
    expect(demo.question.en).toMatch(/\?/)
    expect(demo.question.zh).toMatch(/？/)
    expect(demo.links.length).toBeGreaterThan(0)
  })

  it('fits on a screen, or says why not', () => {
    const lengths = demo.files.map((file) => read(demo, file).trimEnd().split('\n').length)
    const longest = Math.max(...lengths)
    if (demo.long) expect(longest, 'a reason that is not needed').toBeGreaterThan(SCREEN)
    else expect(longest).toBeLessThanOrEqual(SCREEN)
  })

  it('has golden files that are needed, and no other', () => {
    const names = goldenNames(demo)
    expect(names).toContain('expected.txt')
    for (const name of names) expect(name).toMatch(GOLDEN_NAME)
    for (const major of majors(demo.folder)) {
      const own = golden(demo, { major, platform: 'linux' })
      const before = golden(demo, { major: major - 1, platform: 'linux' })
      expect(own, `what holds before Node ${major}`).not.toBe(before)
    }
  })

  it('prints nothing of the machine it ran on', () => {
    for (const name of goldenNames(demo)) {
      const printed = read(demo, name)
      expect(printed, 'a line end that git would change').not.toContain('\r')
      for (const place of machine) expect(printed).not.toContain(place)
      expect(printed).not.toMatch(/(?:^|[\s'"(:])\/(?:home|root|Users|tmp|var|opt)\//m)
      expect(printed).not.toMatch(/(?:127\.0\.0\.1|localhost|::1\]):\d/)
      expect(printed).not.toMatch(/\bNode\.js v\d|\bpid:? \d|does not end by itself/)
    }
  })
})
