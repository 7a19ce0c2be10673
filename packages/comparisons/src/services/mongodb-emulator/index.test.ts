/** The official driver against the emulator. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { type Collection, MongoClient } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StartedService } from '../service.ts'
import { startEmulator } from './index.ts'

interface Book {
  _id: number
  title: string
  pages: number
  tags?: string[]
}

let emulator: StartedService
let client: MongoClient
let books: Collection<Book>

beforeAll(async () => {
  emulator = await startEmulator()
  client = await new MongoClient(emulator.url).connect()
  books = client.db('library').collection<Book>('books')
})

beforeEach(async () => {
  await client.db('library').dropDatabase()
  await books.insertMany([
    { _id: 1, title: 'Kokoro', pages: 248 },
    { _id: 2, title: 'Walden', pages: 352, tags: ['wood'] },
    { _id: 3, title: 'Ulysses', pages: 730 },
  ])
})

afterAll(async () => {
  await client.close()
  await emulator.stop()
})

describe('the emulator of MongoDB, asked by the driver', () => {
  it('finds, sorts, skips, limits and projects', async () => {
    const found = books.find({ pages: { $gt: 250 } }, { projection: { title: 1, _id: 0 } })
    expect(await found.sort({ pages: -1 }).toArray()).toEqual([
      { title: 'Ulysses' },
      { title: 'Walden' },
    ])
    expect(await books.find().sort({ _id: 1 }).skip(1).limit(1).toArray()).toHaveLength(1)
    expect(await books.findOne({ title: 'nobody' })).toBeNull()
  })

  it('makes ids, and finds by them', async () => {
    const notes = client.db('library').collection('notes')
    const { insertedId } = await notes.insertOne({ text: 'hello' })
    expect(await notes.findOne({ _id: insertedId })).toEqual({ _id: insertedId, text: 'hello' })
  })

  it('updates one, many, by replacement and by upsert', async () => {
    expect(await books.updateOne({ _id: 1 }, { $inc: { pages: 2 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
    })
    expect((await books.findOne({ _id: 1 }))?.pages).toBe(250)
    expect((await books.updateMany({}, { $set: { tags: ['all'] } })).modifiedCount).toBe(3)
    await books.replaceOne({ _id: 2 }, { title: 'Other', pages: 1 })
    expect(await books.findOne({ _id: 2 })).toEqual({ _id: 2, title: 'Other', pages: 1 })
    const upsert = { upsert: true }
    const made = await books.updateOne({ _id: 9 }, { $set: { title: 'New', pages: 1 } }, upsert)
    expect([made.upsertedCount, made.upsertedId]).toEqual([1, 9])
    expect(await books.findOne({ _id: 9 })).toEqual({ _id: 9, title: 'New', pages: 1 })
    expect(await books.updateOne({ _id: 77 }, { $set: { pages: 1 } })).toMatchObject({
      matchedCount: 0,
      modifiedCount: 0,
    })
  })

  it('finds and changes at once', async () => {
    const changed = await books.findOneAndUpdate(
      { _id: 3 },
      { $set: { pages: 731 } },
      { returnDocument: 'after' },
    )
    expect(changed?.pages).toBe(731)
    const before = await books.findOneAndUpdate({ _id: 3 }, { $set: { pages: 732 } })
    expect(before?.pages).toBe(731)
    expect((await books.findOneAndDelete({ _id: 3 }))?.title).toBe('Ulysses')
    expect(await books.findOneAndDelete({ _id: 3 })).toBeNull()
  })

  it('deletes one and many', async () => {
    expect((await books.deleteOne({})).deletedCount).toBe(1)
    expect((await books.deleteMany({})).deletedCount).toBe(2)
    expect(await books.countDocuments()).toBe(0)
  })

  it('refuses a second of what is unique', async () => {
    await expect(books.insertOne({ _id: 1, title: 'Again', pages: 1 })).rejects.toMatchObject({
      code: 11000,
    })
    await books.createIndex({ title: 1 }, { unique: true })
    await expect(books.insertOne({ _id: 4, title: 'Walden', pages: 1 })).rejects.toThrow(/E11000/)
    expect(await books.estimatedDocumentCount()).toBe(3)
  })

  it('hands out long results in batches', async () => {
    const many = client.db('library').collection<{ _id: number }>('many')
    await many.insertMany(Array.from({ length: 250 }, (_, _id) => ({ _id })))
    expect((await many.find().batchSize(100).toArray()).map(({ _id }) => _id)).toHaveLength(250)
    const cursor = many.find().batchSize(10)
    await cursor.next()
    await cursor.close()
  })

  it('aggregates, and tells distinct values', async () => {
    const sums = await books
      .aggregate([{ $group: { _id: null, pages: { $sum: '$pages' } } }])
      .toArray()
    expect(sums).toEqual([{ _id: null, pages: 1330 }])
    expect(await books.distinct('pages')).toEqual([248, 352, 730])
  })

  it('keeps databases apart and drops them', async () => {
    expect(await client.db('other').collection('books').countDocuments()).toBe(0)
    expect(await client.db('library').listCollections().toArray()).toMatchObject([
      { name: 'books' },
    ])
    await client.db('library').dropDatabase()
    expect(await books.countDocuments()).toBe(0)
  })

  it('says what it does not know', async () => {
    await expect(client.db('library').command({ frobnicate: 1 })).rejects.toMatchObject({
      codeName: 'CommandNotFound',
    })
  })

  it.each([
    ['a length that cannot be', Buffer.from([1, 0, 0, 0])],
    ['an opcode that is none', Buffer.from([16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 9, 0, 0])],
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ])('hangs up on %s', async (_what, bytes) => {
    const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1')
    socket.end(bytes)
    socket.resume()
    await once(socket, 'close')
  })
})
