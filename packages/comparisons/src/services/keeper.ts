/**
 * The process that keeps one started service: `keeper.ts <service>`, ended by the end of its channel, or by SIGTERM.
 *
 * A process of its own, so that whatever becomes of the run (an interrupt, a kill), the server is stopped and
 * its folder removed.
 *
 * @module
 */
import { temporaryFolder } from '../temporary.ts'
import { SERVICES } from './list.ts'
import type { ServiceName } from './service.ts'

/** What the keeper says, once: where the service is, that it is not installed, or why it cannot start. */
export type KeeperMessage = { url: string } | { missing: true } | { failure: string }

const { folder, remove } = temporaryFolder('service')
const over = new Promise<void>((resolve) => {
  process.once('disconnect', resolve).once('SIGTERM', resolve).once('SIGHUP', resolve)
  // The parent may have gone while our modules were loaded.
  if (!process.connected) resolve()
})
// An interrupt reaches every process of a terminal; ours ends when its parent has.
process.on('SIGINT', () => {})
try {
  await keep()
} finally {
  remove()
  if (process.connected) process.disconnect()
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
