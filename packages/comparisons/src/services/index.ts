/**
 * The services of one run: found or started once, shared by every topic and subject, ended behind them.
 *
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { KeeperMessage } from './keeper.ts'
import { SERVICES } from './list.ts'
import type { MissingService, RunningService, Service, ServiceName } from './service.ts'

export type { MissingService, RunningService, ServiceName } from './service.ts'

/** What a run has found. */
export interface Services {
  running: readonly RunningService[]
  missing: readonly MissingService[]
  /** Ends what was started, and leaves alone what was found. */
  close(): Promise<void>
}

/** A service of yours that does not answer, or one of ours that cannot start. */
export class ServiceError extends Error {
  override name = 'ServiceError'
}

/** For runs that need none: a topic that does is not run. */
export const NO_SERVICES: Services = { running: [], missing: [], close: async () => {} }

/**
 * Finds or starts services.
 *
 * @throws {@link ServiceError} for one that is there and does not answer: that is not the same as a missing one.
 */
export async function openServices(names: Iterable<ServiceName>): Promise<Services> {
  const opening = [...new Set(names)].map(open)
  const settled = await Promise.allSettled(opening)
  const opened = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const close = async () => {
    await Promise.all(opened.map(({ close }) => close()))
  }
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) {
    await close()
    throw failed.reason
  }
  return {
    running: opened.flatMap(({ service }) => ('url' in service ? [service] : [])),
    missing: opened.flatMap(({ service }) => ('remedy' in service ? [service] : [])),
    close,
  }
}

interface Opened {
  service: RunningService | MissingService
  close(): Promise<void>
}

async function open(name: ServiceName): Promise<Opened> {
  const service = await SERVICES[name]()
  const { variable, remedy } = service
  const url = process.env[variable]
  if (url) {
    const about = `${await identify(service, url, variable)}, by ${variable}`
    return { service: { name, url, about }, close: async () => {} }
  }
  const { message, close } = await start(name)
  if ('failure' in message) {
    await close()
    throw new ServiceError(`${name}: ${message.failure}`)
  }
  if ('missing' in message) return { service: { name, remedy }, close }
  return { service: { name, url: message.url, about: await identify(service, message.url) }, close }
}

async function identify(service: Service, url: string, variable?: string): Promise<string> {
  try {
    return await service.identify(url)
  } catch (cause) {
    const { host } = new URL(url)
    const where = variable ? `${variable} names ${host}, which` : `${host}`
    throw new ServiceError(
      `${service.name}: ${where} does not answer: ${(cause as Error).message}`,
      {
        cause,
      },
    )
  }
}

/** Starts a service in a process of its own, see `keeper.ts`. */
async function start(
  name: ServiceName,
): Promise<{ message: KeeperMessage; close: () => Promise<void> }> {
  const keeper = fork(fileURLToPath(new URL('keeper.ts', import.meta.url)), [name], {
    execArgv: ['--conditions=@await-next/source', '--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A group of its own: an interrupt in the terminal is for us, and we end it.
    detached: true,
  })
  const ended = once(keeper, 'exit')
  const message = await firstMessage(keeper, name)
  return {
    message,
    close: async () => {
      if (keeper.connected) keeper.disconnect()
      await ended
    },
  }
}

function firstMessage(keeper: ChildProcess, name: ServiceName): Promise<KeeperMessage> {
  let printed = ''
  keeper.stderr?.on('data', (chunk) => {
    printed += chunk
  })
  return new Promise((resolve, reject) => {
    keeper.once('message', resolve)
    keeper.once('error', reject)
    keeper.once('exit', () => reject(new ServiceError(`${name}: its keeper ended. ${printed}`)))
  })
}
