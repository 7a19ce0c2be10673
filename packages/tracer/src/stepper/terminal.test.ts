import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { recordFixture } from '../../test/record-fixture.ts'
import { begin, draw, press, type State, stepperWords, stepThrough } from './index.ts'
import type { Reel } from './state.ts'

async function makeReel(): Promise<Reel> {
  const trace = await recordFixture('scenario', { input: { waits: [1, 11] } })
  const sources = new Map([
    ['app/server.ts', Array.from({ length: 30 }, (_, at) => `line ${at + 1}`)],
  ])
  return { trace, sources, title: 'fixture', response: (asked) => [`answer ${asked}`] }
}

/** What comes after these keys, each as typed or by name. */
function pressAll(state: State, ...keys: string[]): State {
  return keys.reduce<State>((now, key) => {
    const next = press(now, key.length === 1 ? { sequence: key, name: key } : { name: key })
    if (!next) throw new Error(`${key} has left`)
    return next
  }, state)
}

/** A terminal that remembers what was written and whether it is raw. */
function fakeTerminal() {
  const input = Object.assign(new PassThrough(), {
    raw: false,
    setRawMode(raw: boolean) {
      input.raw = raw
    },
  })
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { columns: 80, rows: 24 })
  return { input, output, asTerminal: { input, output } as never }
}

describe('the stepper', () => {
  it('searches on and back, jumps, and runs to a place', async () => {
    const start = begin([await makeReel()])
    const at = (...keys: string[]) => {
      const state = pressAll(start, ...keys)
      return state.reels[0]?.trace.steps[state.at[0] ?? -1]?.line
    }
    expect(at('/', ...'line 27', 'return')).toBe(27)
    expect(at('/', ...'label', 'return', 'n')).toBe(28)
    expect(at('/', ...'label', 'return', 'n', 'N')).toBe(27)
    expect(at(':', '3', 'return')).toBe(12)
    expect(at('r', ...'inner', 'return')).toBe(17)
    expect(at('r', ...'server.ts:20', 'return')).toBe(20)
    expect(at('f', 'f')).toBe(17)
    expect(at('j', 'j', 'k')).toBe(11)
  })

  it('says what it does not find, and takes back what was typed', async () => {
    const start = begin([await makeReel()])
    const shown = (...keys: string[]) =>
      draw(pressAll(start, ...keys), 80, 24, stepperWords.en).at(-1)
    expect(shown('/', ...'nowhere', 'return')).toContain('"nowhere" is not ahead')
    expect(shown('r', ...'nowhere', 'return')).toContain('"nowhere" is not ahead')
    expect(shown(':', '9', '9', '9', 'return')).toContain('"999" is no step')
    expect(shown('/', 'a', 'b', 'backspace')).toContain('search: a')
    expect(shown('/', 'a', 'escape')).toContain('quit')
    expect(draw(pressAll(start, '?'), 80, 24, stepperWords.en).join('\n')).toContain('lock-step')
  })

  it('shows the response once it is out', async () => {
    const start = begin([await makeReel()])
    const text = (state: State) => draw(state, 80, 24, stepperWords.en).join('\n')
    expect(text(start)).not.toContain('answer')
    expect(text(pressAll(start, 'end'))).toContain('answer 1')
  })

  it('draws on a terminal, anew when it is resized, and leaves it as it was', async () => {
    const { input, output, asTerminal } = fakeTerminal()
    const left = stepThrough([await makeReel()], stepperWords.en, asTerminal)
    expect(input.raw).toBe(true)
    expect(output.read()).toContain('step 1 of')
    Object.assign(output, { columns: 40, rows: 10 })
    output.emit('resize')
    expect(String(output.read()).split('\r\n')).toHaveLength(10)
    input.write('\u001B[B')
    await new Promise((resolve) => output.once('readable', resolve))
    expect(output.read()).toContain('step 2 of')
    input.write('q')
    await left
    expect(input.raw).toBe(false)
    expect(String(output.read())).toContain('\u001B[?1049l')
    expect(input.listenerCount('keypress')).toBe(0)
    expect(output.listenerCount('resize')).toBe(0)
  })

  it('leaves when the input ends, and on Ctrl-C', async () => {
    const reel = await makeReel()
    const first = fakeTerminal()
    const ended = stepThrough([reel], stepperWords.en, first.asTerminal)
    first.input.end()
    await ended
    const second = fakeTerminal()
    const interrupted = stepThrough([reel], stepperWords.en, second.asTerminal)
    second.input.write('\u0003')
    await interrupted
    expect(first.input.raw || second.input.raw).toBe(false)
  })
})
