/**
 * Real components: what a service is, and how a run gets a place of its own in one.
 *
 * A service is found by a URL of yours, or started for the run, or missing; a topic that needs a missing one
 * is "not run", which is never the same as "agrees".
 *
 * @module
 */

/** The components that a topic may name. */
export type ServiceName = 'mysql' | 'redis' | 'mongodb'

/** A component that answers. */
export interface RunningService {
  name: ServiceName
  url: string
  /** What answers there and where it came from, for every output. */
  about: string
}

/** A component that is not there. */
export interface MissingService {
  name: ServiceName
  /** What to install, or which variable to set. */
  remedy: string
}

/** A component that is there and does not answer, which is not the same as a missing one. */
export interface FailedService {
  name: ServiceName
  problem: string
}

/** A place in a service that belongs to one run alone. */
export interface Room {
  /** Leads to the room itself where the service has a name for it, such as a database. */
  url: string
  /** What every key must begin with, where there are no databases by name. */
  prefix: string
  /** Empties the room. */
  leave(): Promise<void>
}

/** How one kind of service is found, started and shared. */
export interface Service {
  name: ServiceName
  /** The environment variable that names one that runs already. */
  variable: string
  /** What to do where there is none. */
  remedy: string
  /**
   * Starts one in an empty folder of its own.
   *
   * @returns Nothing where it is not installed.
   * @throws Error when it is installed and cannot start.
   */
  start(folder: string): Promise<StartedService | undefined>
  /** Asks what answers at a URL, in words; throws where nothing does. */
  identify(url: string): Promise<string>
  /** Makes a room; `id` is unlike that of any other run. */
  enter(url: string, id: string): Promise<Room>
}

/** A service that we have started and will end. */
export interface StartedService {
  url: string
  stop(): Promise<void>
}
