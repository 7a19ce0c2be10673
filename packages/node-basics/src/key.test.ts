import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { waitForKey } from './key.ts'

function terminal(key: string) {
  const modes: boolean[] = []
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean) => modes.push(raw),
  })
  setImmediate(() => input.write(key))
  return { input, modes }
}

describe('waitForKey(input)', () => {
  it('goes on at any key, and leaves the terminal as it was', async () => {
    const { input, modes } = terminal(' ')
    expect(await waitForKey(input)).toBe(true)
    expect(modes).toEqual([true, false])
    expect(input.isPaused()).toBe(true)
  })

  it('does not go on at Ctrl+C', async () => {
    expect(await waitForKey(terminal('\u0003').input)).toBe(false)
  })

  it('waits for nobody where there is no terminal', async () => {
    expect(await waitForKey(new PassThrough())).toBe(true)
  })
})
