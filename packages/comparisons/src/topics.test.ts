import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkTopic } from './topic.ts'
import { loadTopic, topicNames, UnknownTopicError } from './topics.ts'

describe('loadTopic(name)', () => {
  it('loads each topic of the house', async () => {
    const topics = await Promise.all(topicNames().map((name) => loadTopic(name)))
    expect(topics.map(({ id }) => id)).toEqual(topicNames())
    expect(topics.length).toBeGreaterThanOrEqual(5)
  })

  it('names the topics that look like a misspelt one, nearest first', async () => {
    const error = await loadTopic('onoin').catch((err: unknown) => err)
    expect(error).toBeInstanceOf(UnknownTopicError)
    expect((error as UnknownTopicError).near[0]).toBe('onion')
  })

  it('names no topic for a word that looks like none', async () => {
    const error = await loadTopic('quetzalcoatlus').catch((err: unknown) => err)
    expect((error as UnknownTopicError).near).toEqual([])
  })

  it('takes a folder relative to where the user stands', async () => {
    const topic = await loadTopic('./onion', path.join(import.meta.dirname, '../topics'))
    expect(topic.title.zh).toBe('洋葱模型')
  })

  it('says which folder is missing', async () => {
    await expect(loadTopic('./nowhere')).rejects.toThrow(/There is no folder .*nowhere/)
  })

  it('says which file a folder lacks', async () => {
    await expect(loadTopic('.', import.meta.dirname)).rejects.toThrow(/is no topic: it has no/)
  })
})

describe('checkTopic(value, where)', () => {
  const text = { en: 'a', zh: '甲' }
  const side = { shows: [{ status: 200 }], why: text }
  const whole = {
    group: 'stack',
    title: text,
    question: text,
    answer: text,
    requests: [{ name: text }],
    express: side,
    koa: side,
  }

  it('accepts a whole topic', () => {
    expect(checkTopic(whole, 'topic.ts')).toBe(whole)
  })

  it.each([
    ['no object', undefined, /must be a topic object/],
    ['a text in one language', { ...whole, title: { en: 'a' } }, /`title` must be { en, zh }/],
    ['an unknown need', { ...whole, needs: ['oracle'] }, /`needs` must be some of mysql, /],
    ['no requests', { ...whole, requests: [] }, /`requests` needs at least one/],
    [
      'a request without a name',
      { ...whole, requests: [{}] },
      /`requests\[0\].name` must be { en, zh }/,
    ],
    ['a group that is none', { ...whole, group: 'misc' }, /`group` must be one of stack, routing/],
    ['too few claims', { ...whole, koa: { ...side, shows: [] } }, /one claim a request \(1\)/],
    ['an empty claim', { ...whole, express: { ...side, shows: [{}] } }, /claims nothing/],
  ])('rejects %s', (_what, value, message) => {
    expect(() => checkTopic(value, 'topic.ts')).toThrow(message)
    expect(() => checkTopic(value, 'topic.ts')).toThrow(/^topic\.ts: /)
  })
})
