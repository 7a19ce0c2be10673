/**
 * Progress of a run, on stderr so that stdout stays the result.
 *
 * @module
 */

/** Shows what is being done: one line rewritten on a terminal, a line for each tenth elsewhere. */
export function progress(): {
  step: (done: number, total: number, what: string) => void
  done: () => void
} {
  let tenth = -1
  return {
    step(done, total, what) {
      if (process.stderr.isTTY) {
        process.stderr.write(`\r\u001B[K${done}/${total}  ${what}`)
        return
      }
      const now = Math.floor((done * 10) / total)
      if (now > tenth) process.stderr.write(`${done}/${total}  ${what}\n`)
      tenth = now
    },
    done() {
      if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
    },
  }
}
