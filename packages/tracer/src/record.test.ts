import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeOf, type RecordOptions, record, stackOf, type Trace } from './index.ts'

const FIXTURES = path.join(import.meta.dirname, '../test/fixtures')

/** Records `test/fixtures/<scenario>.ts`, watching what is in `app`. */
function recordFixture(scenario: string, options: Partial<RecordOptions> = {}): Promise<Trace> {
  return record({
    scenario: new URL(`../test/fixtures/${scenario}.ts`, import.meta.url),
    packages: [
      { name: 'app', version: '1.0.0', folder: path.join(FIXTURES, 'app'), include: ['server.ts'] },
    ],
    ...options,
  })
}

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

  it('shows the locals at hand, and the stack across the await', async () => {
    const trace = await recordFixture('scenario', { input: { waits: [1] } })
    const step = trace.steps.find((one) => placeOf(trace, one).line === 27)
    expect(step?.locals).toEqual([['waited', '1']])
    const names = stackOf(trace, step as (typeof trace.steps)[number]).map(
      (at) => trace.functions[trace.frames[at]?.function ?? -1]?.name,
    )
    expect(names).toEqual(['label', 'inner', 'outer', '(anonymous)'])
  })
})
