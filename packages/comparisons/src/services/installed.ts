/**
 * Programs that are installed on this machine, run for as long as a service is needed.
 *
 * @module
 */
import { execFile, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'

/** Where Debian keeps servers, which need not be on a user's path. */
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin']

/** The first of these programs that can be run here; `AWAIT_NEXT_SERVERS` names other folders to look in. */
export function installed(...names: readonly string[]): string | undefined {
  const { PATH = '', AWAIT_NEXT_SERVERS } = process.env
  const searched = AWAIT_NEXT_SERVERS ?? [PATH, ...ALSO].join(path.delimiter)
  const folders = searched.split(path.delimiter).filter(Boolean)
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** Runs a program to its end; what it printed is in the error where it fails. */
export const run = promisify(execFile)

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** How long a server may take until it answers, in milliseconds. */
const PATIENCE = 30_000

/** Between two knocks, in milliseconds. */
const PAUSE = 50

/** How much of what a server printed is told when it does not start, in characters. */
const LAST_WORDS = 2000

/**
 * Starts a server and waits until it answers.
 *
 * @param answers - Rejects as long as it does not.
 * @returns Ends it, and resolves when it has ended.
 * @throws Error with what the server printed, when it ends or stays silent.
 */
export async function startServer(
  file: string,
  args: readonly string[],
  answers: () => Promise<unknown>,
): Promise<() => Promise<void>> {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed = `${printed}${chunk}`.slice(-LAST_WORDS)
    })
  }
  let ended = false
  const end = new Promise<void>((resolve) => {
    const onEnd = (err?: unknown) => {
      if (err instanceof Error) printed += err.message
      ended = true
      resolve()
    }
    child.once('error', onEnd).once('exit', onEnd)
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await end
  }
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      await answers()
      if (!ended) return stop
    } catch (err) {
      if (!ended && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
        continue
      }
      await stop()
      throw new Error(`${file} does not answer: ${printed || err}`, { cause: err })
    }
    throw new Error(`${file} ended at once: ${printed}`)
  }
}
