/**
 * What a program is given beside its framework: a way to wait, and whatever its topic says that it needs.
 *
 * Every run gets a place of its own (a database, a prefix, a folder) and leaves it empty behind.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { Listenable } from '@await-next/oracle'
import type { RunningService, ServiceName } from './services/index.ts'
import { SERVICES } from './services/list.ts'
import { temporaryFolder } from './temporary.ts'
import type { Mailbox } from './tools/mailbox.ts'
import { openProvider, type Provider } from './tools/oauth-provider.ts'
import type { ProgramPlace } from './tools/workers.ts'

/** What every program is given. */
export interface BasicTools {
  /** Resolves after `ms` milliseconds: the database, the file, the other server of a real program. */
  wait(ms: number): Promise<void>
}

/** What a topic may need besides, by name. */
export interface Equipment {
  /** A MySQL or MariaDB with an empty database, which the URL names. */
  mysql: { url: string }
  /** A Redis. It keeps no databases by name: every key begins with the prefix. */
  redis: { url: string; prefix: string }
  /** A MongoDB, or what is called an emulator of one, with an empty database, which the URL names. */
  mongodb: { url: string }
  /** An empty folder for files. */
  folder: string
  /** A mail server, and what it was handed. */
  mailbox: Mailbox
  /** A provider to log in with, by OAuth. */
  provider: Provider
  /** Processes of this very program, forked by Node's cluster: what the primary hands back instead of an app. */
  workers: Listenable
}

/** The name of something that a topic may need. */
export type Need = keyof Equipment

/** The tools of a program whose topic has these needs. */
export type Tools<Needs extends Need = never> = BasicTools & Pick<Equipment, Needs>

/** Every need there is. */
export const NEEDS = Object.keys({
  mysql: true,
  redis: true,
  mongodb: true,
  folder: true,
  mailbox: true,
  provider: true,
  workers: true,
} satisfies Record<Need, true>) as readonly Need[]

/** Which of a topic's needs are services: those may be missing on a machine. */
export function servicesAmong(needs: readonly Need[] = []): ServiceName[] {
  return needs.filter((need): need is ServiceName & Need => need in SERVICES)
}

/** The tools of one run, and how to put them away. */
export interface OpenTools {
  tools: Tools<Need>
  close(): Promise<void>
}

/**
 * Makes the tools of one run.
 *
 * @param services - Those that answer; all that are needed have to be among them.
 * @param place - Which program they are for, for one that is run in several processes.
 * @param given - Equipment that is there already, and put away by whoever gave it.
 * @throws Error naming a service that is not among them.
 */
export async function openTools(
  needs: readonly Need[] = [],
  services: readonly RunningService[] = [],
  place?: () => ProgramPlace,
  given: Partial<Equipment> = {},
): Promise<OpenTools> {
  const id = `await_next_${randomBytes(6).toString('hex')}`
  const alone = needs.filter(
    (need): need is Exclude<Need, 'workers'> => need !== 'workers' && !(need in given),
  )
  const opened = await Promise.all(
    alone.map(async (need) => [need, await open(need, id, services)] as const),
  )
  const equipment: Record<string, unknown> = {
    ...given,
    ...Object.fromEntries(opened.map(([need, { tool }]) => [need, tool])),
  }
  const crew = needs.includes('workers') ? await openCrew(place, equipment) : undefined
  return {
    // Only what is needed is there; a program's own type says what that is.
    tools: { wait, ...equipment, ...(crew && { workers: crew.tool }) } as Tools<Need>,
    async close() {
      // The workers are in the rooms that are emptied next.
      await crew?.close()
      await Promise.all(opened.map(([, { close }]) => close()))
    },
  }
}

async function openCrew(place: (() => ProgramPlace) | undefined, tools: object) {
  if (!place) throw new Error('workers are needed, and nobody says of which program')
  const { openWorkers } = await import('./tools/workers.ts')
  return openWorkers({ ...place(), tools })
}

interface Opened {
  tool: Equipment[Need]
  close(): Promise<void>
}

async function open(
  need: Exclude<Need, 'workers'>,
  id: string,
  services: readonly RunningService[],
): Promise<Opened> {
  switch (need) {
    case 'folder':
      return openFolder()
    case 'mailbox':
      return (await import('./tools/mailbox.ts')).openMailbox()
    case 'provider':
      return openProvider()
    default:
      return openRoom(need, id, services)
  }
}

async function openRoom(
  name: ServiceName,
  id: string,
  services: readonly RunningService[],
): Promise<Opened> {
  const service = services.find((one) => one.name === name)
  if (!service) throw new Error(`${name} is needed and not among the services of this run`)
  const { enter } = await SERVICES[name]()
  const { url, prefix, leave } = await enter(service.url, id)
  return { tool: { url, prefix }, close: leave }
}

async function openFolder(): Promise<Opened> {
  const { folder, remove } = temporaryFolder('topic')
  return { tool: folder, close: async () => remove() }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
