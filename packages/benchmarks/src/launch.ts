/**
 * A launch: a child process with one subject at work, asked, measured and ended.
 *
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { requestBytes } from './answer.ts'
import { CHILD } from './build.ts'
import type { Ask, Case } from './case.ts'
import type { Order, Ready, Replies } from './child.ts'
import { fetchOnce, type LoadPlan, load } from './load.ts'
import type { SubjectId } from './subjects.ts'
import type { Plan } from './wire.ts'

/** How a launch is measured. */
export interface LaunchPlan {
  own: Plan
  whole: LoadPlan
}

/** What one launch showed. */
export interface Launched {
  /** What the subject itself needs, in the unit of the case: of a request without sockets, CPU time in microseconds. */
  own: number
  /** CPU time of a request over sockets, in microseconds. */
  whole?: number
  /** Requests a second over sockets. */
  perSecond?: number
}

/** What is to be launched. */
export type Starter = readonly [subject: SubjectId, work: Case, execPath: string]

/** How many launches warm up at once: two, where there are cores for them. Each is measured alone. */
export const AT_ONCE = Math.min(2, availableParallelism())

/** Starts several, and ends them when they have been used. */
export async function launchTogether<Result>(
  starters: readonly Starter[],
  use: (launches: readonly Launch[]) => Promise<Result>,
): Promise<Result> {
  const starts = await Promise.allSettled(starters.map((starter) => Launch.of(...starter)))
  try {
    return await use(
      starts.map((start) => {
        if (start.status === 'rejected') throw start.reason
        return start.value
      }),
    )
  } finally {
    await Promise.all(starts.map((start) => start.status === 'fulfilled' && start.value.end()))
  }
}

/** The same in groups of so many. */
export function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  const starts = items.flatMap((_item, at) => (at % size === 0 ? at : []))
  return starts.map((at) => items.slice(at, at + size))
}

/** A launch that came to nothing. */
export class LaunchError extends Error {
  override name = 'LaunchError'
}

/** A subject at work in a process of its own. */
export class Launch {
  readonly #child: ChildProcess
  readonly #label: string
  readonly ready: Ready

  private constructor(child: ChildProcess, label: string, ready: Ready) {
    this.#child = child
    this.#label = label
    this.ready = ready
  }

  /** Starts it, under the given Node. */
  static async of(subject: SubjectId, work: Case, execPath: string): Promise<Launch> {
    const label = `${subject} on ${work.id}`
    const child = fork(CHILD, [subject, work.id], {
      execPath,
      // Memory is counted when all garbage is gone.
      execArgv: work.kind === 'memory' ? ['--expose-gc'] : [],
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    return new Launch(child, label, await message<Ready>(child, label))
  }

  /** The bytes with which the subject answers. */
  answerTo(ask: Ask): Promise<Buffer> {
    return fetchOnce(this.ready.port, requestBytes(ask))
  }

  /** Gives V8 the time to compile what is run. */
  async warmUp(answerBytes: number, plan: Plan): Promise<void> {
    await this.#order({ do: 'warmUp', answerBytes, plan })
  }

  /** What the subject needs by its own account, once it is warm. */
  own(plan: Plan): Promise<number> {
    return this.#order({ do: 'own', plan })
  }

  /** The same over sockets, as many requests as it can take. */
  async whole(
    ask: Ask,
    answerBytes: number,
    plan: LoadPlan,
  ): Promise<Required<Pick<Launched, 'whole' | 'perSecond'>>> {
    const { port } = this.ready
    const under = load({ port, request: requestBytes(ask), answerBytes }, plan.connections)
    try {
      await wait(plan.warmUpMs)
      const before = await this.#mark(under)
      await wait(plan.ms)
      const after = await this.#mark(under)
      if (under.failure) throw under.failure
      const answers = after.answers - before.answers
      if (answers === 0) throw new LaunchError(`${this.#label}: no answer in ${plan.ms} ms`)
      return {
        whole: (after.usage - before.usage) / answers,
        perSecond: (answers * 1000) / (after.at - before.at),
      }
    } finally {
      under.stop()
    }
  }

  async #mark(under: { answers: number }) {
    const usage = await this.#order({ do: 'usage' })
    return { usage, answers: under.answers, at: performance.now() }
  }

  async #order<Name extends Order['do']>(
    order: Extract<Order, { do: Name }>,
  ): Promise<Replies[Name]> {
    this.#child.send(order)
    return message<Replies[Name]>(this.#child, this.#label)
  }

  /** Ends the process. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const exit = once(this.#child, 'exit')
    this.#child.kill()
    await exit
  }
}

/** What a child says next; an error where it ends instead. */
function message<Message>(child: ChildProcess, label: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    let stderr = ''
    const hear = (chunk: Buffer) => {
      stderr += chunk
    }
    const exit = (code: number | null, signal: string | null) =>
      reject(new LaunchError(`${label}: ended with ${signal ?? code}\n${stderr}`.trimEnd()))
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', exit)
    child.once('message', (said) => {
      child.stderr?.off('data', hear)
      child.off('error', reject)
      child.off('exit', exit)
      resolve(said as Message)
    })
  })
}
