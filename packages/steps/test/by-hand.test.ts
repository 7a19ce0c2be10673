import { createServer } from 'node:http'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { observe, observeAll } from '@await-next/oracle'
import { describe, expect, it } from 'vitest'
import { knock } from '../by-hand/emitter.ts'
import { listener } from '../by-hand/listener.ts'
import { untilFull } from '../by-hand/pressure.ts'
import { readBody } from '../by-hand/read-body.ts'
import { shout } from '../by-hand/shout.ts'
import { turns } from '../by-hand/turns.ts'
import { wire } from '../by-hand/wire.ts'

describe('knock()', () => {
  it('calls the listeners in order, before emit returns', () => {
    expect(knock()).toEqual([
      'before',
      'the dog barks at Ada',
      'somebody opens for Ada',
      'after',
      'heard: true',
    ])
  })
})

describe('turns()', () => {
  it('runs in the order of the numbers', async () => {
    expect((await turns()).map((line) => line[0])).toEqual(['1', '2', '3'])
  })
})

describe('shout()', () => {
  it('hands on every chunk in capitals', async () => {
    const target = new PassThrough()
    const [heard] = await Promise.all([text(target), shout(Readable.from(['a', 'b']), target)])
    expect(heard).toBe('AB')
  })

  it('fails when the source does', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('broken'))
      },
    })
    await expect(shout(broken, new PassThrough().resume())).rejects.toThrow('broken')
  })
})

describe('untilFull()', () => {
  it('is told to stop once the buffer is full', () => {
    expect(untilFull()).toBe(4)
  })
})

describe('wire', () => {
  it('answers a GET that a real client sends', async () => {
    await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = wire.address() as { port: number }
      const answer = await fetch(`http://127.0.0.1:${port}/a?b=c`)
      expect([answer.status, await answer.text()]).toEqual([200, 'GET of /a?b=c\n'])
    } finally {
      wire.close()
    }
  })
})

describe('listener', () => {
  it('lists, adds, refuses and does not find', async () => {
    const post = { method: 'POST', target: '/books' }
    const asked = await observeAll(listener, [
      { ...post, body: '{"title":"Sofies Welt"}' },
      { target: '/books' },
      { ...post, body: 'no JSON' },
      { target: '/nowhere' },
    ])
    const answers = asked.map(({ answers }) => answers[0])
    expect(answers.map((answer) => answer?.status)).toEqual([201, 200, 400, 404])
    expect(JSON.parse(String(Buffer.from(answers[1]?.body ?? [])))).toEqual({
      1: { title: 'Momo' },
      2: { title: 'Sofies Welt' },
    })
  })
})

describe('readBody(req, limit)', () => {
  const echo = createServer((req, res) => {
    readBody(req, 8).then(
      (body) => res.end(body),
      (err) => {
        res.statusCode = err.status
        res.end(err.message)
      },
    )
  })

  it('reads a character that comes in two chunks', async () => {
    const bytes = Buffer.from('中文')
    const body = [bytes.subarray(0, 2), bytes.subarray(2)]
    const { answers } = await observe(echo, { method: 'POST', body })
    expect(Buffer.from(answers[0]?.body ?? []).toString()).toBe('中文')
  })

  it('refuses more than the limit', async () => {
    const { answers } = await observe(echo, { method: 'POST', body: '123456789' })
    expect(answers[0]?.status).toBe(413)
  })
})
