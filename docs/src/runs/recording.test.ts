import { pack, type Trace } from '@await-next/tracer'
import { expect, it } from 'vitest'
import { traceOf } from './recording.ts'
import { recordingFile } from './recordings.ts'

/** One call of one function, with a line that ran. */
const trace: Trace<{ requests: [] }> = {
  version: 1,
  label: { topic: 'onion', subject: 'koa' },
  node: 'v20.0.0',
  packages: [{ name: 'koa', version: '3.3.0' }],
  files: [{ name: 'koa/lib/application.js', hash: 'abc' }],
  functions: [{ name: 'handle', file: 0, line: 3, endLine: 9, executable: [4, 5], outside: [3] }],
  requests: [{ asked: 0, method: 'GET', target: '/' }],
  frames: [{ function: 0, parent: null, request: 0, depth: 0 }],
  steps: [{ frame: 0, line: 4, locals: [['ctx', '{}']] }],
  events: [{ kind: 'enter', subject: 'outer', depth: 0, request: 0, step: 0 }],
  ending: { kind: 'done' },
  cut: null,
  result: { requests: [] },
}

it('a recording is read as it was written, but for the lines that could have run', () => {
  const written = JSON.parse(JSON.stringify(recordingFile(trace, { 'onion/koa.ts': ['<b>a</b>'] })))
  const functions = trace.functions.map((fn) => ({ ...fn, executable: [], outside: [] }))
  expect(traceOf(written)).toEqual({ ...trace, functions, result: null })
  expect(written).toMatchObject({ responses: [], program: { 'onion/koa.ts': ['<b>a</b>'] } })
  expect(JSON.stringify(written.trace).length).toBeLessThan(JSON.stringify(pack(trace)).length)
})

it.each([
  [
    'an answer',
    {
      answers: [
        { statusLine: 'HTTP/1.1 200 OK', headers: [['Vary', 'Accept']], body: { text: 'a\nb' } },
      ],
    },
    ['HTTP/1.1 200 OK', 'Vary: Accept', '', 'a', 'b'],
  ],
  ['a visit', { answers: [], told: ['hello'] }, ['hello']],
  ['nothing', { answers: [] }, null],
])('what came back is %s', (_what, seen, lines) => {
  const name = { en: '', zh: '' }
  const request = { name, fate: 'kept', slips: [], ...seen }
  const { responses } = recordingFile({ ...trace, result: { requests: [request] } } as never, {})
  expect(responses).toEqual([lines])
})
