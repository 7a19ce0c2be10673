/**
 * Holding demos to their golden files, on this Node or on others.
 *
 * @module
 */
import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { type LoadedDemo, loadDemo, loadDemos } from './demos.ts'
import { golden, keepGolden, type Runtime } from './golden.ts'
import { blankAhead, record, runsOn } from './run.ts'

/** A Node binary, and what it is. */
export interface Node extends Runtime {
  binary: string
  version: string
}

/** What came of one demo. */
export interface Checked {
  id: string
  expected: string | undefined
  printed: string
}

const run = promisify(execFile)

/** The Node that runs this. */
export const thisNode: Node = {
  binary: process.execPath,
  version: process.version,
  major: Number.parseInt(process.versions.node, 10),
  platform: process.platform,
}

/**
 * Another Node, by its major. The package `node` of the registry brings the binary.
 *
 * @throws where it cannot be had.
 */
export async function fetchNode(major: number): Promise<Node> {
  if (major === thisNode.major) return thisNode
  const { stdout } = await run(
    'npx',
    ['-y', `node@${major}`, '-p', 'process.execPath + "\\n" + process.version'],
    { shell: process.platform === 'win32' },
  )
  const [binary = '', version = ''] = stdout.trim().split('\n')
  if (!version.startsWith(`v${major}.`)) throw new Error(`npx gave ${version} for Node ${major}.`)
  return { binary, version, major, platform: process.platform }
}

/** Runs demos on a Node, a few at a time, and tells of each as it ends. What the platform cannot run is left out. */
export async function checkAll(
  ids: readonly string[],
  node: Node,
  onChecked: (checked: Checked) => void,
): Promise<void> {
  await blankAhead(await loadDemos(ids))
  const left = [...ids]
  const worker = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const demo = await loadDemo(id)
      if (runsOn(demo, node.platform)) onChecked(await check(demo, node))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, worker))
}

/** Runs one demo on a Node beside what it is held to there. */
export async function check(demo: LoadedDemo, node: Node): Promise<Checked> {
  const printed = await record(demo, { node: node.binary })
  return { id: demo.id, expected: golden(demo, node), printed }
}

/** Runs demos on a Node and keeps what they print. Resolves with those whose golden file changed. */
export async function updateAll(ids: readonly string[], node: Node): Promise<string[]> {
  const changed: string[] = []
  const own = node === thisNode ? undefined : node.major
  const demos = new Map((await Promise.all(ids.map(loadDemo))).map((demo) => [demo.id, demo]))
  await checkAll(ids, node, ({ id, expected, printed }) => {
    const demo = demos.get(id)
    if (expected === printed || !demo) return
    keepGolden(demo, printed, own)
    changed.push(id)
  })
  return changed
}
