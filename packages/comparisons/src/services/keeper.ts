/**
 * The process that keeps one started service: `keeper.ts <service>`, ended by the end of its channel.
 *
 * A process of its own, so that whatever becomes of the run (an interrupt, a kill), the server is stopped and
 * its folder removed.
 *
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SERVICES } from './list.ts'
import type { ServiceName } from './service.ts'

/** What the keeper says, once: where the service is, that it is not installed, or why it cannot start. */
export type KeeperMessage = { url: string } | { missing: true } | { failure: string }

const folder = await mkdtemp(path.join(tmpdir(), 'await-next-service-'))
const over = new Promise<void>((resolve) => {
  process.once('disconnect', resolve)
  // The parent may have gone while our modules were loaded.
  if (!process.connected) resolve()
})
// An interrupt reaches every process of a terminal; ours ends when its parent has.
process.on('SIGINT', () => {})
try {
  await keep()
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function keep(): Promise<void> {
  const service = await SERVICES[process.argv[2] as ServiceName]()
  const started = await service.start(folder).catch((err: unknown) => say({ failure: `${err}` }))
  if (started === undefined) say({ missing: true })
  else if (started) say({ url: started.url })
  await over
  if (started) await started.stop()
}

function say(message: KeeperMessage): false {
  if (process.connected) process.send?.(message)
  return false
}
