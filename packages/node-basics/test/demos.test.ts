/** Every demo, in a process of its own, prints what its golden file says. */
import { beforeAll, describe, expect, it } from 'vitest'
import { check, thisNode } from '../src/check.ts'
import { demoIds, loadDemos } from '../src/demos.ts'
import { blankAhead, runsOn } from '../src/run.ts'

const demos = await loadDemos(demoIds)

/** On an idle machine no demo takes more than a few seconds; on a busy one a supervisor and its programs may. */
const PATIENCE = 120_000

beforeAll(() => blankAhead(demos), PATIENCE)

describe.concurrent('a demo prints what it is held to', { timeout: PATIENCE }, () => {
  for (const demo of demos) {
    // What a platform cannot run is shown as skipped, with the demo's own reason.
    const here = runsOn(demo, thisNode.platform)
    const title = here ? demo.id : `${demo.id} (${demo.posixOnly?.en})`
    it.runIf(here)(title, async () => {
      const { expected, printed } = await check(demo, thisNode)
      expect(expected, 'its golden file (pnpm demo --update makes it)').toBeDefined()
      expect(printed).toBe(expected)
    })
  }
})
