/**
 * A process that plays any subject, one job at a time. What one job breaks, the others do not feel: a process that ends is
 * followed by another one.
 *
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { SubjectRun } from './run.ts'
import { RUN_ANY, RUN_SOURCE } from './run-source.ts'
import type { RunningService } from './services/index.ts'
import type { StandIn, SubjectId } from './subjects.ts'
import { endWithUs, RUN_FOLDER } from './temporary.ts'
import { isOfTheHouse } from './topics.ts'

/** One topic on one subject. */
export interface Job {
  subject: SubjectId
  /** Who takes the subject's place. */
  standIn?: StandIn | undefined
  /** The folder of the topic; none to only load the subject. */
  folder: string
  services: readonly RunningService[]
}

/** What became of a job. */
export type Outcome =
  | { topic: string; run: SubjectRun }
  | { topic: string; loaded: true }
  /** `unloaded`: it was not even the topic's turn. */
  | { topic: string; failure: string; unloaded?: true }

/** Longest silence of a process, in milliseconds, before it is ended: a busy machine is slow to start one. */
const SILENCE = 120_000

/** How much of what a process printed before it ended is kept, in characters. */
const LAST_WORDS = 4000

/** Does jobs in a process of its own, which is started with the first. */
export class Actor {
  readonly #folder: string
  #child: ChildProcess | undefined
  #flags: readonly string[] = []
  #lastWords = ''
  #topic = ''
  /** Told of the outcome of the job at hand. */
  #tell: (outcome: Outcome) => void = () => {}

  /** @param folder - Where its processes may leave things. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Never rejects for what the job does: a process that ends or stays silent is an outcome too. */
  async run(job: Job): Promise<Outcome> {
    const child = this.#processFor(job)
    const silence = setTimeout(() => child.kill('SIGKILL'), SILENCE)
    this.#lastWords = ''
    this.#topic = job.folder
    const outcome = new Promise<Outcome>((resolve) => {
      this.#tell = resolve
    })
    // That it has ended meanwhile is told by its exit.
    child.send(job, () => {})
    try {
      return await outcome
    } finally {
      clearTimeout(silence)
    }
  }

  /** Lets the process go. */
  close(): void {
    if (this.#child?.connected) this.#child.disconnect()
  }

  #processFor({ folder, standIn }: Job): ChildProcess {
    const isOurs = standIn?.kind !== 'own' && (folder === '' || isOfTheHouse(folder))
    const flags = isOurs ? RUN_SOURCE : RUN_ANY
    if (this.#child?.connected && this.#flags === flags) return this.#child
    this.close()
    this.#flags = flags
    const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), {
      execArgv: [...flags],
      // What the frameworks say of errors depends on it: a run must not depend on whose shell it is.
      env: { ...process.env, NODE_ENV: 'development', [RUN_FOLDER]: this.#folder },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    endWithUs(child)
    child.stderr?.on('data', (chunk) => {
      this.#lastWords = `${this.#lastWords}${chunk}`.slice(-LAST_WORDS)
    })
    child.on('message', (outcome: Outcome) => this.#tell(outcome))
    child.once('exit', (code, signal) => {
      const ending = signal ? `signal ${signal}` : `exit code ${code}`
      const failure = `the process ended before it had an observation (${ending}\n${this.#lastWords}`
      if (this.#child === child) this.#tell({ topic: this.#topic, failure: `${failure.trim()})` })
    })
    this.#child = child
    return child
  }
}
