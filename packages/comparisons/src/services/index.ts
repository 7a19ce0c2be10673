/**
 * The services of one run: found or started once, shared by every topic and subject, ended behind them.
 *
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { RUN_SOURCE } from '../run-source.ts'
import type { KeeperMessage } from './keeper.ts'
import { SERVICES } from './list.ts'
import type {
  FailedService,
  MissingService,
  RunningService,
  Service,
  ServiceName,
} from './service.ts'

export type { FailedService, MissingService, RunningService, ServiceName } from './service.ts'

/** What a run has found. */
export interface Services {
  running: readonly RunningService[]
  missing: readonly MissingService[]
  failed: readonly FailedService[]
  /** Ends what was started, and leaves alone what was found. */
  close(): Promise<void>
}

/** For runs that need none. */
export const NO_SERVICES: Services = {
  running: [],
  missing: [],
  failed: [],
  close: async () => {},
}

/** Finds or starts services. That one is missing or has failed is no error: it is what is told of it. */
export async function openServices(names: Iterable<ServiceName>): Promise<Services> {
  const opened = await Promise.all([...new Set(names)].map(open))
  return {
    running: opened.flatMap(({ service }) => ('url' in service ? [service] : [])),
    missing: opened.flatMap(({ service }) => ('remedy' in service ? [service] : [])),
    failed: opened.flatMap(({ service }) => ('problem' in service ? [service] : [])),
    async close() {
      await Promise.all(opened.map(({ close }) => close()))
    },
  }
}

interface Opened {
  service: RunningService | MissingService | FailedService
  close(): Promise<void>
}

async function open(name: ServiceName): Promise<Opened> {
  const service = await SERVICES[name]()
  const url = process.env[service.variable]
  if (!url) return openStarted(service)
  return { service: await answering(service, url, `by ${service.variable}`), close: async () => {} }
}

async function openStarted(service: Service): Promise<Opened> {
  const { name, remedy } = service
  const { message, close } = await start(name)
  if ('url' in message) return { service: await answering(service, message.url), close }
  if ('missing' in message) return { service: { name, remedy }, close }
  return { service: { name, problem: message.failure }, close }
}

async function answering(
  service: Service,
  url: string,
  from?: string,
): Promise<RunningService | FailedService> {
  const { name, identify } = service
  try {
    const about = [await identify(url), ...(from ? [from] : [])].join(', ')
    return { name, url, about }
  } catch (err) {
    const at = [new URL(url).host, ...(from ? [from] : [])].join(', ')
    return { name, problem: `${at}, does not answer: ${(err as Error).message}` }
  }
}

/** Starts a service in a process of its own, see `keeper.ts`. */
async function start(
  name: ServiceName,
): Promise<{ message: KeeperMessage; close: () => Promise<void> }> {
  const keeper = fork(fileURLToPath(new URL('keeper.ts', import.meta.url)), [name], {
    execArgv: [...RUN_SOURCE],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A group of its own: an interrupt in the terminal is for us, and we end it.
    detached: true,
  })
  const ended = once(keeper, 'exit')
  const message = await firstMessage(keeper)
  return {
    message,
    close: async () => {
      if (keeper.connected) keeper.disconnect()
      await ended
    },
  }
}

/** A keeper that ends before it has said anything has failed, with whatever it printed. */
function firstMessage(keeper: ChildProcess): Promise<KeeperMessage> {
  let printed = ''
  keeper.stderr?.on('data', (chunk) => {
    printed += chunk
  })
  return new Promise((resolve) => {
    keeper.once('message', resolve)
    keeper.once('error', ({ message }) => resolve({ failure: message }))
    keeper.once('exit', () => resolve({ failure: `its keeper has ended: ${printed}` }))
  })
}
