/**
 * Other majors of Node: had through npx, and run as they are.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'

/** A Node that cannot be had. */
export class NodeError extends Error {
  override name = 'NodeError'
}

/**
 * The program of a major of Node: this one's own, or one that npx installs.
 *
 * @throws NodeError where npx has none.
 */
export function nodeProgram(major: number): string {
  if (major === Number(process.versions.node.split('.', 1)[0])) return process.execPath
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['-y', `node@${major}`, '-p', 'process.execPath'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new NodeError(`npx has no Node ${major}:\n${stderr ?? ''}`.trimEnd())
  return stdout.trim()
}
