/** `trace.schema.json` says what a trace is: no field more, none less. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { recordFixture } from '../test/record-fixture.ts'
import { TRACE_VERSION, type Trace } from './index.ts'

const schema = JSON.parse(readFileSync(new URL('../trace.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strictTypes: false, allErrors: true }).compile(schema)

/** What is wrong with a trace, as `place: problem`. */
function problems(trace: unknown): string[] {
  validate(trace)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

describe('trace.schema.json', () => {
  it.each([
    ['done', 'scenario', { input: { waits: [1, 11] } }],
    ['cut', 'scenario', { input: { waits: [1, 1, 1] }, bounds: { steps: 20 } }],
    ['exit', 'ends', { input: 'exit' }],
    ['failed', 'ends', { input: 'fail' }],
    ['stopped', 'ends', { input: 'hang', bounds: { time: 5000 } }],
  ])('takes a recording: %s', async (_how, scenario, options) => {
    expect(problems(await recordFixture(scenario, options))).toEqual([])
  })

  it('is of the version that is recorded', () => {
    expect(schema.$defs.trace.properties.version.const).toBe(TRACE_VERSION)
  })

  it('refuses what is none', async () => {
    const trace: Trace = await recordFixture('scenario', { input: { waits: [1] } })
    const { cut: _, ...without } = trace
    expect(problems(without)).toEqual([": must have required property 'cut'"])
    expect(problems({ ...trace, more: 1 })).toEqual([': must NOT have additional properties'])
    const [step] = trace.steps
    expect(problems({ ...trace, steps: [{ ...step, line: 0 }] })).toEqual([
      '/steps/0/line: must be >= 1',
    ])
  })
})
