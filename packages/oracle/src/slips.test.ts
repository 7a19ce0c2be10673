import { describe, expect, it } from 'vitest'
import { collectSlips } from './slips.ts'

/** What slipped, each as kind and first line. */
async function slipped(work: () => unknown) {
  const { slips } = await collectSlips(async () => work())
  return slips.map(({ kind, text }) => [kind, text.split('\n')[0]])
}

describe('collectSlips(work)', () => {
  it('hears the console, formatted, and keeps it from being printed', async () => {
    expect(await slipped(() => console.error('%s and %j', 'text', { a: 1 }))).toEqual([
      ['console', 'text and {"a":1}'],
    ])
  })

  it.each<[string, () => void, string]>([
    ['dir', () => console.dir({ a: 1 }), '{ a: 1 }'],
    ['assert', () => console.assert(false, 'no'), 'Assertion failed: no'],
    ['count', () => console.count('c'), 'c: 1'],
  ])('hears console.%s once', async (_name, print, text) => {
    expect(await slipped(print)).toEqual([['console', text]])
  })

  it('reads a write in the encoding it is made in', async () => {
    expect(await slipped(() => process.stdout.write('6869', 'hex'))).toEqual([['stdout', 'hi']])
  })

  it('hears direct writes, and calls back whoever waits for them', async () => {
    const written = new Promise<void>((resolve) => {
      void slipped(() => process.stderr.write('bytes', () => resolve()))
    })
    await written
    expect(await slipped(() => process.stdout.write(Buffer.from('out')))).toEqual([
      ['stdout', 'out'],
    ])
  })

  it('hears rejections that nobody handles', async () => {
    expect(await slipped(() => void Promise.reject(new TypeError('lost')))).toEqual([
      ['unhandledRejection', 'TypeError: lost'],
    ])
    expect(await slipped(() => void Promise.reject('text'))).toEqual([
      ['unhandledRejection', "'text'"],
    ])
  })

  it('hears no rejection that is handled in time', async () => {
    expect(await slipped(() => void Promise.reject(new Error('kept')).catch(() => {}))).toEqual([])
  })

  it('hears errors that nobody catches, and lives on', async () => {
    const thrown = () =>
      setImmediate(() => {
        throw new Error('out of the blue')
      })
    expect(await slipped(thrown)).toEqual([['uncaughtException', 'Error: out of the blue']])
  })

  it('hears warnings', async () => {
    expect(await slipped(() => process.emitWarning('careful', 'OwnWarning'))).toEqual([
      ['warning', 'OwnWarning: careful'],
    ])
  })

  it('tells an error by its message as it is now, with its stack', async () => {
    const err = new Error('before')
    err.message = 'after'
    const { slips } = await collectSlips(async () => void Promise.reject(err))
    expect(slips[0]?.text).toMatch(/^Error: after\n {4}at /)
  })

  it('gives back what it took, also after a failure', async () => {
    const before = [console.log, process.stdout.write, process.listeners('unhandledRejection')]
    await expect(
      collectSlips(async () => {
        throw new Error('work failed')
      }),
    ).rejects.toThrow('work failed')
    expect([console.log, process.stdout.write, process.listeners('unhandledRejection')]).toEqual(
      before,
    )
  })

  it('gives a listener back that hears once, as one that hears once', async () => {
    const listener = () => {}
    process.once('warning', listener)
    const before = process.rawListeners('warning')
    await slipped(() => process.emitWarning('not for others'))
    const after = process.rawListeners('warning')
    process.off('warning', listener)
    expect(after).toEqual(before)
  })

  it('lets collections wait for each other', async () => {
    const both = await Promise.all(['one', 'two'].map((name) => slipped(() => console.log(name))))
    expect(both).toEqual([[['console', 'one']], [['console', 'two']]])
  })
})
