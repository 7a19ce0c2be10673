/** Recordings of the real frameworks: complete, the same each time, and steppable from end to end. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type LitFile, litLines, pack, placeOf, readSources, type Trace } from '@await-next/tracer'
import { begin, draw, press, type State, stepperWords } from '@await-next/tracer/stepper'
import stringWidth from 'string-width'
import { beforeAll, describe, expect, it } from 'vitest'
import { SUBJECTS, type SubjectId } from '../subjects.ts'
import { loadTopic } from '../topics.ts'
import { recordAll } from './record-all.ts'
import { openRecorder, type RecordedTopic, recordTopic, recordWith } from './record-topic.ts'

const PACKAGES = path.join(import.meta.dirname, '../../..')

/** Records a topic on all four subjects. */
async function recordFour(name: string): Promise<Record<SubjectId, RecordedTopic>> {
  const topic = await loadTopic(name)
  const recorded = await Promise.all(SUBJECTS.map((subject) => recordTopic(topic, subject)))
  return Object.fromEntries(SUBJECTS.map((subject, at) => [subject, recorded[at]])) as never
}

describe('a recording of onion', () => {
  let recordings: Record<SubjectId, RecordedTopic>
  beforeAll(async () => {
    recordings = await recordFour('onion')
  }, 120_000)

  it.each(SUBJECTS)('has every line that precise coverage has: %s', async (subject) => {
    const { trace, packages } = recordings[subject]
    const sources = readSources(trace, packages)
    const covered = coverageOf((await loadTopic('onion')).folder, subject)
    let compared = 0
    for (const file of litLines(trace)) {
      const script = covered.get(pathOf(file, packages))
      if (!script) {
        // None of it ran while requests were answered.
        expect(file.lit).toEqual([])
        continue
      }
      const text = (sources.get(file.name) ?? []).join('\n')
      const missing = file.executable
        .filter((line) => countAt(script, offsetOf(text, line)) > 0 && !file.lit.includes(line))
        .filter((line) => !standsInAssignment(sources.get(file.name) ?? [], file, line))
        .filter((line) => !standsBehindReturn(trace, sources.get(file.name) ?? [], file.name, line))
      expect(missing, file.name).toEqual([])
      expect(callsByLine(trace, file.name)).toEqual(coveredCalls(script, text))
      compared += file.lit.length
    }
    expect(compared).toBeGreaterThan(85)
  })

  it.each([
    ['express', 300, 450],
    ['koa', 120, 220],
  ] as const)('takes %s between %i and %i steps for a plain request', (subject, least, most) => {
    const { steps } = recordings[subject].trace
    expect(steps.length).toBeGreaterThan(least)
    expect(steps.length).toBeLessThan(most)
  })

  it('is the same each time', async () => {
    const again = await recordFour('onion')
    for (const subject of SUBJECTS) {
      const [one, other] = [recordings[subject].trace, again[subject].trace].map(
        ({ steps, frames, events }) => ({ steps, frames, events }),
      )
      expect(other, subject).toEqual(one)
    }
  })

  it('is the same after other recordings in the same process', async () => {
    const topics = await Promise.all(['etag-and-fresh', 'onion'].map((name) => loadTopic(name)))
    const recorded = await recordAll({ topics, cache: false, parallel: 1 })
    for (const { topic, subject, trace } of recorded) {
      if (topic !== 'onion') continue
      // The answers have a date.
      expect({ ...trace, result: null }, subject).toEqual({
        ...recordings[subject].trace,
        result: null,
      })
    }
    expect(recorded).toHaveLength(8)
  })

  it('is the same where a package that is not watched has required one that is: koa-mount has koa-compose', async () => {
    const [topic, between] = await Promise.all([loadTopic('mounting'), loadTopic('onion')])
    const recorder = openRecorder()
    try {
      const { trace: one } = await recordWith(recorder, [], topic, 'koa')
      // After this one nothing has koa-mount in hand but the cache of ES modules.
      await recordWith(recorder, [], between, 'koa')
      const { trace: other } = await recordWith(recorder, [], topic, 'koa')
      expect({ ...other, result: null }).toEqual({ ...one, result: null })
    } finally {
      await recorder.close()
    }
  })

  it('is small enough to be sent with a page', () => {
    for (const subject of SUBJECTS) {
      expect(gzipSync(JSON.stringify(pack(recordings[subject].trace))).length).toBeLessThan(40_000)
    }
  })
})

describe('throw-after-await on all four, side by side', () => {
  let start: State
  beforeAll(async () => {
    const recordings = await recordFour('throw-after-await')
    const reels = SUBJECTS.map((subject) => {
      const { trace, packages } = recordings[subject]
      const sources = readSources(trace, packages)
      return {
        trace,
        sources,
        title: subject,
        response: () => ['HTTP/1.1 503 Service Unavailable'],
      }
    })
    start = begin(reels)
  }, 120_000)

  it.each([
    ['events', 'right', 'left'],
    ['functions', 'pagedown', 'pageup'],
    ['lines', 'down', 'up'],
  ])('goes by %s to the end and back to the start, on every subject', (_what, next, back) => {
    for (const focus of SUBJECTS.keys()) {
      let state: State = { ...start, focus }
      const length = state.reels[focus]?.trace.steps.length ?? 0
      const visited: number[] = []
      while ((state.at[focus] as number) < length) {
        visited.push(state.at[focus] as number)
        state = press(state, { name: next }) as State
        expect(state.at[focus]).toBeGreaterThan(visited.at(-1) as number)
      }
      expect(state.at).toEqual(state.reels.map(({ trace }) => trace.steps.length))
      while (visited.length > 0) {
        state = press(state, { name: back }) as State
        expect(state.at[focus]).toBe(visited.pop())
      }
      expect(state.at).toEqual([0, 0, 0, 0])
    }
  })

  it.each([
    [80, 24],
    [160, 50],
    [40, 10],
  ])('fits %i cells by %i lines at every step, in both languages', (width, height) => {
    for (const words of Object.values(stepperWords)) {
      for (let state = start; ; state = press(state, { name: 'right' }) as State) {
        const lines = draw(state, width, height, words)
        expect(lines).toHaveLength(height)
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width)
        if (state.at[0] === state.reels[0]?.trace.steps.length) break
      }
    }
  })

  it('says where Koa parts from Express', () => {
    const end = press(start, { name: 'end' }) as State
    expect(draw(end, 80, 24, stepperWords.en).join('\n')).toMatch(/koa .*parted by/)
    expect(draw(start, 80, 24, stepperWords.en).join('\n')).toMatch(/koa .*in step/)
  })
})

it('no line of the minis speaks of recording', () => {
  const told: string[] = []
  for (const mini of ['mini-express', 'mini-koa']) {
    const folder = path.join(PACKAGES, mini, 'src')
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.includes('.test')) continue
      const lines = readFileSync(path.join(folder, name), 'utf8').split('\n')
      for (const line of lines)
        if (HOOKS.test(line)) told.push(`${mini}/src/${name}: ${line.trim()}`)
    }
  }
  const exceptions = Object.keys(UPSTREAMS_OWN)
  expect(told.filter((line) => !exceptions.some((file) => line.startsWith(file)))).toEqual([])
  // An exception that nothing needs any more has to go.
  for (const file of exceptions) expect(told.join('\n')).toContain(file)
})

/** What a line would hold that reports to somebody who watches. `TRACE` is a method of HTTP. */
const HOOKS =
  /\btrac(e(?!')|er|ing|ed)\b|logpoint|recorder|inspector|diagnostics_channel|console\.log/i

/** Where the minis mirror something of upstream's that sounds like it. */
const UPSTREAMS_OWN: Readonly<Record<string, string>> = {
  'mini-express/src/router/tracing.ts': 'the diagnostics channel that router 2.3 publishes on',
  'mini-express/src/router/dispatch.ts': 'uses that channel, as upstream does',
  'mini-express/src/router/layer.ts': 'uses that channel, as upstream does',
  'mini-express/src/router/param.ts': 'uses that channel, as upstream does',
  'mini-koa/src/types.ts': 'tells what Koa’s own option `compose` is for',
}

interface Script {
  url: string
  functions: {
    functionName: string
    ranges: { startOffset: number; endOffset: number; count: number }[]
  }[]
}

function coverageOf(folder: string, subject: SubjectId): Map<string, Script> {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--conditions=@await-next/source',
      '--import',
      '@await-next/tracer/loader',
      path.join(import.meta.dirname, '../../test/coverage.ts'),
      folder,
      subject,
    ],
    { cwd: path.join(PACKAGES, 'comparisons'), encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (!stdout) throw new Error(stderr)
  const scripts: Script[] = JSON.parse(stdout)
  return new Map(
    scripts.map((script) => [
      script.url.startsWith('file:') ? fileURLToPath(script.url) : script.url,
      script,
    ]),
  )
}

function pathOf({ name }: LitFile, packages: RecordedTopic['packages']): string {
  const owner = packages.find((one) => name.startsWith(`${one.name}/`))
  return path.join(owner?.folder ?? '', name.slice((owner?.name.length ?? 0) + 1))
}

/** How often the innermost range around an offset was run. */
function countAt({ functions }: Script, offset: number): number {
  const around = functions
    .flatMap(({ ranges }) => ranges)
    .filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset)
    .sort((one, other) => one.endOffset - one.startOffset - (other.endOffset - other.startOffset))
  return around[0]?.count ?? 0
}

/** Where the first thing on a line stands. */
function offsetOf(text: string, line: number): number {
  const before =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0)
  return before + (/^\s*/.exec(text.slice(before))?.[0].length ?? 0)
}

/** Precise coverage counts what follows an `if (…) return` as run; the recording shows that the function was left before. */
function standsBehindReturn(
  trace: Trace,
  lines: readonly string[],
  file: string,
  line: number,
): boolean {
  const last = new Map<number, number>()
  for (const step of trace.steps) {
    const place = placeOf(trace, step)
    const { function: fn } = place
    const isAround = fn.line <= line && line <= fn.endLine && !fn.name.startsWith('new ')
    if (place.file.name === file && isAround) last.set(step.frame, step.line)
  }
  const ends = [...last.values()]
  return (
    ends.length > 0 &&
    ends.some((end) => end < line) &&
    ends
      .filter((end) => end < line)
      .every((end) => /\b(return|throw)\b|=>/.test(lines[end - 1] ?? ''))
  )
}

/** Nor does coverage look into `??=` and its like: what is assigned may not have been made. */
function standsInAssignment(lines: readonly string[], { lit }: LitFile, line: number): boolean {
  const above = lit.findLast((one) => one < line) ?? 1
  return /(\?\?|\|\||&&)=/.test(lines[above - 1] ?? '')
}

/** How often functions were called, by the line they begin on. */
function callsByLine(trace: Trace, file: string): Record<number, number> {
  const calls: Record<number, number> = {}
  for (const { function: at } of trace.frames) {
    const fn = trace.functions[at]
    if (!fn || trace.files[fn.file]?.name !== file || fn.name.startsWith('new ')) continue
    calls[fn.line] = (calls[fn.line] ?? 0) + 1
  }
  return calls
}

function coveredCalls({ functions }: Script, text: string): Record<number, number> {
  const calls: Record<number, number> = {}
  for (const { functionName, ranges } of functions) {
    const [whole] = ranges
    // The fields of a class, and a constructor that nobody wrote: no functions of the source.
    if (functionName.startsWith('<') || /^class\b/.test(text.slice(whole?.startOffset))) continue
    if (!whole || whole.count === 0) continue
    const line = text.slice(0, whole.startOffset).split('\n').length
    calls[line] = (calls[line] ?? 0) + whole.count
  }
  return calls
}
