import { describe, expect, it } from 'vitest'
import { APP, recordFixture } from '../test/record-fixture.ts'
import { pack, placeOf, Recorder, record, stackOf, type Trace, unpack } from './index.ts'

/** Each step as `function:line`, with the depth as indentation. */
function told(trace: Trace): string[] {
  return trace.steps.map((step) => {
    const { frame, function: fn, line } = placeOf(trace, step)
    return `${'  '.repeat(frame.depth)}${fn.name}:${line}`
  })
}

describe('record(options)', () => {
  it('takes down every line that ran, and what follows an await at the depth it was left at', async () => {
    const trace = await recordFixture('scenario', { input: { waits: [1] } })
    expect(trace.ending).toEqual({ kind: 'done' })
    expect(trace.result).toEqual(['outer after inner'])
    expect(told(trace)).toEqual([
      '(anonymous):6',
      '  outer:11',
      '  outer:12',
      '    inner:17',
      '    inner:18',
      '      later:23',
      '        (anonymous):23',
      '      later:23',
      '(anonymous):7',
      '    inner:19',
      '      label:27',
      '      label:28',
      '    inner:20',
      '  outer:13',
      '  outer:14',
    ])
  })

  it('counts a line once before the first request, and again for each request', async () => {
    const outside = (trace: Trace) => trace.functions.find(({ name }) => name === 'label')?.outside
    const trace = await recordFixture('scenario', {
      input: { waits: [1], labels: [1, 2, 3, 4, 11] },
    })
    const without = await recordFixture('scenario', { input: { waits: [1] } })
    expect([outside(trace), outside(without)]).toEqual([[27, 28], []])
    expect(told(trace)).toEqual(told(without))
  })

  it('shows the locals at hand, and the stack across the await', async () => {
    const trace = await recordFixture('scenario', { input: { waits: [1] } })
    const step = trace.steps.find((one) => placeOf(trace, one).line === 27)
    expect(step?.locals).toEqual([['waited', '1']])
    const names = stackOf(trace, step as (typeof trace.steps)[number]).map(
      (at) => trace.functions[trace.frames[at]?.function ?? -1]?.name,
    )
    expect(names).toEqual(['label', 'inner', 'outer', '(anonymous)'])
  })

  it('shows of each line what can be read there, whatever kind of variable it is', async () => {
    const trace = await recordFixture('scopes')
    expect(trace.result).toBe('18')
    const shown = trace.steps.flatMap((step) => {
      const { function: fn, line } = placeOf(trace, step)
      const locals = step.locals.map(([name, value]) => `${name} ${value}`)
      return fn.name === 'sumOf' ? [`${line}: ${locals.join(', ')}`] : []
    })
    expect(shown).toEqual([
      '11: list [1, 2], start 2',
      '12: start 2, list [1, 2], early ƒ early',
      '13: list [1, 2], start 2, early ƒ early, sum 2',
      '13: list [1, 2], start 2, early ƒ early, sum 2',
      '14: one 1, list [1, 2], start 2, early ƒ early, sum 2',
      '15: sum 2, twice 2, list [1, 2], start 2, early ƒ early, one 1',
      '13: list [1, 2], start 2, early ƒ early, sum 4',
      // Not what `twice` was the last time round.
      '14: one 2, list [1, 2], start 2, early ƒ early, sum 4',
      '15: sum 4, twice 4, list [1, 2], start 2, early ƒ early, one 2',
      '13: list [1, 2], start 2, early ƒ early, sum 8',
      '18: early ƒ early, list [1, 2], start 2, sum 8',
      "20: sum 8, err ReferenceError: Cannot access 'late' before initialization, list [1, 2], start 2, early ƒ early",
      '22: sum 9, list [1, 2], start 2, early ƒ early',
      '23: late 9, list [1, 2], start 2, early ƒ early, sum 9',
      '29: early ƒ early, late 9, list [1, 2], start 2, sum 9',
      // On the way out V8 has left the body, and what it declares.
      '29: list [1, 2], start 2',
    ])
  })

  it('keeps requests apart that are under way at once', async () => {
    const trace = await recordFixture('scenario', { input: { waits: [500, 1, 20], atOnce: true } })
    expect(trace.result).toHaveLength(3)
    expect(trace.requests).toHaveLength(3)
    const alone = await recordFixture('scenario', { input: { waits: [1] } })
    for (const at of trace.requests.keys()) {
      const own = {
        ...trace,
        steps: trace.steps.filter((step) => placeOf(trace, step).frame.request === at),
      }
      // Where it waits 11 ms or more, `label` says "slow" and returns a line earlier.
      const lines = told(own).filter((line) => !line.includes('label'))
      expect(lines).toEqual(told(alone).filter((line) => !line.includes('label')))
    }
    // They did overlap: somebody's inner came before somebody else's outer went on.
    const order = trace.steps.map((step) => placeOf(trace, step).frame.request)
    expect(order.indexOf(2)).toBeLessThan(order.lastIndexOf(0))
  })

  it('gives the same steps each time', async () => {
    const [one, other] = await Promise.all(
      [0, 1].map(() => recordFixture('scenario', { input: { waits: [1, 11] } })),
    )
    expect(one?.steps.length).toBeGreaterThan(25)
    expect(other).toEqual(one)
  })

  it('packs and unpacks without a loss', async () => {
    const trace = await recordFixture('scenario', { input: { waits: [1] } })
    expect(unpack(JSON.parse(JSON.stringify(pack(trace))))).toEqual(trace)
    expect(() => unpack({ ...pack(trace), version: 2 as never })).toThrow(
      'version 1 is wanted; this one has 2',
    )
  })
})

describe('new Recorder()', () => {
  const anew = (input: object, how = 'anew') => ({
    scenario: new URL(`../test/fixtures/${how}.ts`, import.meta.url),
    packages: [APP],
    input,
  })

  it('records one run after the other, each as it would be alone', async () => {
    const recorder = new Recorder()
    const runs = [{ wait: 1 }, { wait: 11 }, { wait: 1 }]
    const traces: Trace[] = []
    for (const input of runs) traces.push(await recorder.record(anew(input)))
    await recorder.close()
    for (const [at, input] of runs.entries()) expect(traces[at]).toEqual(await record(anew(input)))
    expect(traces.map(({ result }) => result)).toEqual(['another', 'another', 'another'])
    expect(traces[0]?.steps).not.toEqual(traces[1]?.steps)
    expect(traces[0]?.functions.some(({ outside }) => outside.length > 0)).toBe(true)
  })

  it('records anew what only an earlier run can have ended, or can have loaded', async () => {
    const recorder = new Recorder()
    const [, blameless] = [
      await recorder.record(anew({ wait: 1, leaves: 'a timer that throws' })),
      await recorder.record(anew({ wait: 200 })),
    ]
    const [, again] = [
      await recorder.record({ ...anew({ waits: [1] }, 'scenario') }),
      await recorder.record({ ...anew({ waits: [1] }, 'scenario') }),
    ]
    await recorder.close()
    expect(blameless.ending).toEqual({ kind: 'done' })
    expect(again).toEqual(await recordFixture('scenario', { input: { waits: [1] } }))
  })

  it('goes on after a run that ended its process', async () => {
    const recorder = new Recorder()
    const ended = await recorder.record(anew('exit' as never, 'ends'))
    const next = await recorder.record(anew({ wait: 1 }))
    await recorder.close()
    expect(ended.ending).toMatchObject({ kind: 'exit', code: 7 })
    expect(next.ending).toEqual({ kind: 'done' })
  })
})

describe('a run that does not end well', () => {
  it.each([
    ['ends the process', 'exit', { kind: 'exit', code: 7, signal: null, lastWords: 'leaving' }],
    [
      'throws outside',
      'throw',
      { kind: 'exit', code: 1, signal: null, lastWords: expect.stringContaining('Error: outside') },
    ],
    [
      'fails itself',
      'fail',
      { kind: 'failed', error: expect.stringContaining('Error: no scenario') },
    ],
  ])('%s: is a trace with that ending, and with all steps before', async (_what, how, ending) => {
    const trace = await recordFixture('ends', { input: how })
    expect(trace.ending).toEqual(ending)
    expect(told(trace)[0]).toBe('(anonymous):6')
    expect(trace.result).toBe(null)
  })

  it.each([
    ['for ever', 'hang'],
    ['in a loop that nothing interrupts', 'loop'],
  ])('hangs %s: is stopped', async (_what, how) => {
    const trace = await recordFixture('ends', { input: how, bounds: { time: 5000, steps: 50 } })
    expect(trace.ending).toEqual({ kind: 'stopped', after: 5000 })
    expect(told(trace)[0]).toBe('(anonymous):6')
  })

  it('says which bound it has hit', async () => {
    const input = { waits: [1, 1, 1] }
    const steps = await recordFixture('scenario', { input, bounds: { steps: 20 } })
    expect(steps.cut).toEqual({ bound: 'steps', at: 20 })
    expect(steps.steps).toHaveLength(20)
    expect(steps.result).toHaveLength(3)
    const size = await recordFixture('scenario', { input, bounds: { bytes: 1500 } })
    expect(size.cut).toEqual({ bound: 'size', at: 1500 })
    expect(size.result).toHaveLength(3)
  })
})
