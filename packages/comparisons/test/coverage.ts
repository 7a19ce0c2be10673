/**
 * Runs a topic on a subject under V8's precise coverage and prints what ran while its requests were answered:
 * `coverage.ts <topic folder> <subject>`. The other witness of what a recording says.
 *
 * @module
 */
import { Session } from 'node:inspector'
import type { SubjectId } from '../src/subjects.ts'

const [folder = '', subject = ''] = process.argv.slice(2)
const session = new Session()
session.connect()
session.post('Profiler.enable')
// From before anything is loaded: begun later it reports functions as a whole.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

const { default: scenario } = await import('../src/trace/scenario.ts')
const ignoreAll = { loaded() {}, attach() {}, event() {} }
// Taking it sets all counts to zero: what was loaded and built before the first request is left behind.
await scenario(
  { folder, subject: subject as SubjectId, services: [] },
  {
    ...ignoreAll,
    asking: async () => {
      take()
    },
  },
)
process.stdout.write(JSON.stringify(take().filter(({ url }) => /^file:|^\//.test(url))))
process.exit(0)

function take() {
  let result: { url: string }[] = []
  session.post('Profiler.takePreciseCoverage', (err, taken) => {
    if (err) throw err
    result = taken.result
  })
  return result
}
