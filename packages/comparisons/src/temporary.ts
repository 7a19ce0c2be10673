/**
 * What lasts no longer than this process, however that ends: folders and other processes.
 *
 * @module
 */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onExit } from 'signal-exit'

/** Names the folder of a run to the processes that it starts: theirs are below it, and go with it. */
export const RUN_FOLDER = 'AWAIT_NEXT_RUN_FOLDER'

/** An empty folder, and how to let go of it. */
export interface Temporary {
  folder: string
  remove(): void
}

/** Makes an empty folder that goes with this process at the latest, also when a signal ends it. */
export function temporaryFolder(purpose: string): Temporary {
  const home = process.env[RUN_FOLDER] ?? tmpdir()
  return keepUntilExit(mkdtempSync(path.join(home, `await-next-${purpose}-`)))
}

/** The same for a folder that is there already. */
export function keepUntilExit(folder: string): Temporary {
  const clean = () => rmSync(folder, { recursive: true, force: true })
  // Last: whoever writes into it is ended before.
  const forget = onExit(clean, { alwaysLast: true })
  return {
    folder,
    remove() {
      forget()
      clean()
    },
  }
}

/** Ends a process with this one, even where it is too busy to notice that nobody is there any more. */
export function endWithUs(child: ChildProcess): void {
  const forget = onExit(() => {
    child.kill('SIGKILL')
  })
  child.once('exit', forget)
}
