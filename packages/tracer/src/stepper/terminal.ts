/**
 * The stepper on a terminal: keys in, screens out, everything as it was when it ends.
 *
 * Keys come from Node's own `readline`: what a stepper wants of a terminal is a dozen keys and a screen redrawn as a whole,
 * and the libraries that do more bring a widget tree, or React, along.
 *
 * @module
 */
import { emitKeypressEvents } from 'node:readline'
import { draw } from './screen.ts'
import { begin, type Key, press, type Reel } from './state.ts'
import type { Words } from './words.ts'

/** Where keys come from and where screens go: `process.stdin` and `process.stdout`, or what stands in for them. */
export interface Terminal {
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
}

const ENTER = '\u001B[?1049h\u001B[?25l'
const LEAVE = '\u001B[?25h\u001B[?1049l'
const TOP = '\u001B[H'
const REST_OF_LINE = '\u001B[K'

/** Steps through traces until the reader leaves, the terminal goes, or the process is asked to end. */
export function stepThrough(
  reels: readonly Reel[],
  words: Words,
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Promise<void> {
  let state = begin(reels)
  const show = () => {
    const { columns = 80, rows = 24 } = output
    const lines = draw(state, columns, rows, words).map((line) => `${line}${REST_OF_LINE}`)
    output.write(TOP + lines.join('\r\n'))
  }
  return new Promise((resolve) => {
    const onKey = (_text: string | undefined, key: Key) => {
      const next = press(state, key)
      if (!next) return leave()
      state = next
      show()
    }
    const leave = () => {
      input.off('keypress', onKey)
      input.off('end', leave)
      output.off('resize', show)
      process.off('SIGTERM', leave)
      process.off('SIGHUP', leave)
      process.off('exit', restore)
      restore()
      input.pause()
      resolve()
    }
    const restore = () => {
      input.setRawMode?.(false)
      output.write(LEAVE)
    }
    emitKeypressEvents(input)
    input.setRawMode?.(true)
    input.on('keypress', onKey)
    input.once('end', leave)
    output.on('resize', show)
    process.once('SIGTERM', leave)
    process.once('SIGHUP', leave)
    process.once('exit', restore)
    input.resume()
    output.write(ENTER)
    show()
  })
}
