/**
 * Processes of a topic's own program, by Node's cluster: they share one port, and the primary is asked in their stead.
 *
 * @module
 */
import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Listenable } from '@await-next/oracle'
import { RUN_ANY, RUN_SOURCE } from '../run-source.ts'
import type { StandIn, SubjectId } from '../subjects.ts'
import { isOfTheHouse } from '../topics.ts'

/** Which program on which subject: what a worker has to load. */
export interface ProgramPlace {
  file: string
  subject: SubjectId
  standIn?: StandIn
}

/** What a worker is started with. */
export interface WorkerJob extends ProgramPlace {
  /** The primary's tools, as far as they can be written down: both work in the same rooms. */
  tools: object
}

/**
 * Prepares `cluster.fork()` to run a program once more.
 *
 * @returns What listens as soon as the workers do that were forked until then; `close` ends all of them.
 */
export function openWorkers(job: WorkerJob): { tool: Listenable; close(): Promise<void> } {
  const isOurs = job.standIn?.kind !== 'own' && isOfTheHouse(job.file)
  cluster.setupPrimary({
    exec: fileURLToPath(new URL('worker.ts', import.meta.url)),
    args: [JSON.stringify(job)],
    execArgv: [...(isOurs ? RUN_SOURCE : RUN_ANY)],
    silent: true,
  })
  const crew = new Crew()
  return { tool: crew, close: () => crew.dismiss() }
}

/** Never listens itself: its address is that of the workers. */
class Crew extends Server {
  #address: AddressInfo | undefined

  override listen(): this {
    const forked = workers()
    let awaited = forked.length
    for (const worker of forked) {
      let lastWords = ''
      worker.process.stderr?.on('data', (chunk) => {
        lastWords += chunk
      })
      const onExit = () => this.emit('error', new Error(`a worker has ended: ${lastWords}`))
      worker.once('exit', onExit).once('listening', (address: AddressInfo) => {
        worker.off('exit', onExit)
        this.#address = address
        awaited -= 1
        if (awaited === 0) this.emit('listening')
      })
    }
    return this
  }

  override address(): AddressInfo | null {
    return this.#address ?? null
  }

  /** Ends the workers, after the program's own listeners: nobody is to take their place. */
  async dismiss(): Promise<void> {
    cluster.removeAllListeners()
    await Promise.all(
      workers().map((worker) => {
        const ended = once(worker, 'exit')
        worker.disconnect()
        return ended
      }),
    )
  }
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
}
