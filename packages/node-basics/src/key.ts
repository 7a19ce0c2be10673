/**
 * Waiting for a key.
 *
 * @module
 */
import { once } from 'node:events'

/** What is needed of `process.stdin`. */
export interface KeyInput extends NodeJS.ReadableStream {
  isTTY?: boolean
  setRawMode?(raw: boolean): unknown
}

const CTRL_C = '\u0003'

/** Resolves with whether to go on: any key does, Ctrl+C does not. Nobody is waited for where there is no terminal. */
export async function waitForKey(input: KeyInput): Promise<boolean> {
  if (!input.isTTY || !input.setRawMode) return true
  input.setRawMode(true)
  input.resume()
  const [key] = await once(input, 'data')
  input.setRawMode(false)
  input.pause()
  return !String(key).includes(CTRL_C)
}
