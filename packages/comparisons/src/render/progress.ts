/**
 * Progress of a comparison, on stderr so that stdout stays the result.
 *
 * @module
 */
import type { CompareOptions } from '../compare.ts'

/** Shows runs as they finish: one line rewritten on a terminal, nothing into a pipe. */
export function progress(wanted: boolean): {
  step: NonNullable<CompareOptions['onProgress']>
  done: () => void
} {
  const shown = wanted && process.stderr.isTTY
  return {
    step(done, total, topic, subject) {
      if (shown) rewrite(`${done}/${total}  ${topic} · ${subject}`)
    },
    done() {
      if (shown) rewrite('')
    },
  }
}

function rewrite(line: string): void {
  process.stderr.write(`\r\u001B[K${line}`)
}
