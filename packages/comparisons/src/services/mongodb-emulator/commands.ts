/**
 * What the emulator does with a command: documents in arrays, asked and changed by mingo.
 *
 * @module
 */
import { type Document, EJSON, Long, ObjectId } from 'bson'
import { aggregate, Query, updateMany } from 'mingo'

/** What a command says when it cannot be done, as MongoDB numbers it. */
class CommandError extends Error {
  readonly code: number
  readonly codeName: string

  constructor(code: number, codeName: string, message: string) {
    super(message)
    this.code = code
    this.codeName = codeName
  }
}

interface Index {
  name: string
  key: Document
  unique: boolean
}

interface Collection {
  documents: Document[]
  indexes: Index[]
}

/** What is left of a result that did not fit into one batch. */
interface Cursor {
  namespace: string
  documents: Document[]
}

/** How many documents a batch holds unless the driver says otherwise; MongoDB's own figure. */
const BATCH = 101

/** Newest protocol that a driver may speak with us: that of MongoDB 7. */
const WIRE_VERSION = 21

/** The data of one emulator, and the commands on it. */
export class Commands {
  readonly #databases = new Map<string, Map<string, Collection>>()
  readonly #cursors = new Map<bigint, Cursor>()
  #lastCursor = 0n

  /** Does a command. What cannot be done is an answer too. */
  answer = (command: Document): Document => {
    try {
      return { ...this.#run(command), ok: 1 }
    } catch (err) {
      const { code = 8, codeName = 'UnknownError', message } = err as Partial<CommandError>
      return { ok: 0, errmsg: message, code, codeName }
    }
  }

  #run(command: Document): Document {
    const [name = '', target] = Object.entries(command)[0] ?? []
    const todo = this.#commands[name]
    if (!todo) throw new CommandError(59, 'CommandNotFound', `no such command: '${name}'`)
    return todo(command, String(command['$db'] ?? 'test'), String(target))
  }

  readonly #commands: Readonly<
    Record<string, (command: Document, db: string, target: string) => Document>
  > = {
    hello: () => this.#hello(),
    isMaster: () => this.#hello(),
    ismaster: () => this.#hello(),
    ping: () => ({}),
    buildInfo: () => ({ version: '7.0.0', modules: ['emulator'], versionArray: [7, 0, 0, 0] }),
    endSessions: () => ({}),
    insert: ({ documents }, db, name) => this.#insert(documents, db, name),
    find: (command, db, name) => this.#find(command, db, name),
    aggregate: (command, db, name) => this.#aggregate(command, db, name),
    getMore: ({ getMore, batchSize, collection }, db) =>
      this.#more(BigInt(String(getMore)), batchSize, `${db}.${collection}`),
    killCursors: ({ cursors }) => this.#killCursors(cursors),
    update: ({ updates }, db, name) => this.#update(updates, db, name),
    delete: ({ deletes }, db, name) => this.#delete(deletes, db, name),
    findAndModify: (command, db, name) => this.#findAndModify(command, db, name),
    count: ({ query = {} }, db, name) => ({ n: this.#matching(db, name, query).length }),
    distinct: ({ key, query = {} }, db, name) => ({
      values: [...new Set(this.#matching(db, name, query).map((document) => document[key]))],
    }),
    createIndexes: ({ indexes }, db, name) => this.#createIndexes(indexes, db, name),
    listCollections: (_command, db) =>
      this.#batch(
        [...this.#collections(db).keys()].map((name) => ({ name, type: 'collection' })),
        `${db}.$cmd.listCollections`,
      ),
    drop: (_command, db, name) => {
      this.#collections(db).delete(name)
      return {}
    },
    dropDatabase: (_command, db) => {
      this.#databases.delete(db)
      return {}
    },
  }

  #hello(): Document {
    return {
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      localTime: new Date(),
      minWireVersion: 0,
      maxWireVersion: WIRE_VERSION,
      readOnly: false,
    }
  }

  #insert(documents: Document[], db: string, name: string): Document {
    const collection = this.#collection(db, name)
    return written(documents, (document) => {
      const own = { _id: new ObjectId(), ...document }
      refuseDuplicate(collection, own, `${db}.${name}`)
      collection.documents.push(own)
      return 1
    })
  }

  #find(
    { filter = {}, sort, skip = 0, limit = 0, projection = {}, batchSize }: Document,
    db: string,
    name: string,
  ): Document {
    let cursor = new Query(filter).find<Document>(this.#documents(db, name), projection)
    if (sort) cursor = cursor.sort(sort)
    if (skip) cursor = cursor.skip(Number(skip))
    if (limit) cursor = cursor.limit(Math.abs(Number(limit)))
    return this.#batch(cursor.all(), `${db}.${name}`, batchSize)
  }

  #aggregate({ pipeline, cursor }: Document, db: string, name: string): Document {
    const found = aggregate(this.#documents(db, name), pipeline) as Document[]
    return this.#batch(found, `${db}.${name}`, cursor?.batchSize)
  }

  /** The first batch; the rest waits under a number. */
  #batch(found: Document[], ns: string, size = BATCH): Document {
    const firstBatch = found.slice(0, size)
    const rest = found.slice(firstBatch.length)
    if (rest.length === 0) return { cursor: { id: Long.ZERO, ns, firstBatch } }
    this.#lastCursor += 1n
    this.#cursors.set(this.#lastCursor, { namespace: ns, documents: rest })
    return { cursor: { id: Long.fromBigInt(this.#lastCursor), ns, firstBatch } }
  }

  #more(id: bigint, size = Number.POSITIVE_INFINITY, ns: string): Document {
    const cursor = this.#cursors.get(id)
    if (cursor?.namespace !== ns) throw new CommandError(43, 'CursorNotFound', `no cursor ${id}`)
    const nextBatch = cursor.documents.splice(0, size)
    if (cursor.documents.length > 0) {
      return { cursor: { id: Long.fromBigInt(id), ns, nextBatch } }
    }
    this.#cursors.delete(id)
    return { cursor: { id: Long.ZERO, ns, nextBatch } }
  }

  #killCursors(ids: unknown[]): Document {
    for (const id of ids) this.#cursors.delete(BigInt(String(id)))
    return { cursorsKilled: ids }
  }

  #update(updates: Document[], db: string, name: string): Document {
    let nModified = 0
    const upserted: Document[] = []
    const collection = this.#collection(db, name)
    const result = written(updates, ({ q, u, multi = false, upsert = false }, index) => {
      const found = this.#matching(db, name, q)
      if (found.length === 0 && upsert) {
        const document = upsertOf(q, u)
        refuseDuplicate(collection, document, `${db}.${name}`)
        collection.documents.push(document)
        upserted.push({ index, _id: document['_id'] })
        return 1
      }
      const changed = multi ? found : found.slice(0, 1)
      nModified += changed.filter((document) => change(document, u)).length
      return changed.length
    })
    return { ...result, nModified, ...(upserted.length > 0 ? { upserted } : {}) }
  }

  #delete(deletes: Document[], db: string, name: string): Document {
    const collection = this.#collection(db, name)
    return written(deletes, ({ q, limit }) => {
      const found = this.#matching(db, name, q)
      const doomed = new Set(limit ? found.slice(0, limit) : found)
      collection.documents = collection.documents.filter((document) => !doomed.has(document))
      return doomed.size
    })
  }

  #findAndModify(
    { query = {}, sort, remove, update, new: after = false, upsert = false }: Document,
    db: string,
    name: string,
  ): Document {
    const [target] = this.#matching(db, name, query, sort)
    const before = target ? structuredCopy(target) : null
    if (remove) {
      this.#delete([{ q: query, limit: 1 }], db, name)
      return { value: before, lastErrorObject: { n: target ? 1 : 0 } }
    }
    const updatedExisting = target !== undefined
    if (target) change(target, update)
    else if (upsert) this.#update([{ q: query, u: update, upsert }], db, name)
    const value = after ? (target ?? this.#matching(db, name, query)[0] ?? null) : before
    return { value, lastErrorObject: { n: value || updatedExisting ? 1 : 0, updatedExisting } }
  }

  #createIndexes(indexes: Document[], db: string, name: string): Document {
    const collection = this.#collection(db, name)
    const before = collection.indexes.length
    for (const { name: index, key, unique = false } of indexes) {
      if (collection.indexes.some((one) => one.name === index)) continue
      collection.indexes.push({ name: index, key, unique })
    }
    return { numIndexesBefore: before, numIndexesAfter: collection.indexes.length }
  }

  #matching(db: string, name: string, filter: Document, sort?: Document): Document[] {
    const cursor = new Query(filter).find<Document>(this.#documents(db, name))
    return (sort ? cursor.sort(sort) : cursor).all()
  }

  #documents(db: string, name: string): Document[] {
    return this.#collections(db).get(name)?.documents ?? []
  }

  /** Made by the first command that writes into it. */
  #collection(db: string, name: string): Collection {
    const collections = this.#collections(db)
    const index = { name: '_id_', key: { _id: 1 }, unique: true }
    const collection = collections.get(name) ?? { documents: [], indexes: [index] }
    collections.set(name, collection)
    return collection
  }

  #collections(db: string): Map<string, Collection> {
    const collections = this.#databases.get(db) ?? new Map<string, Collection>()
    this.#databases.set(db, collections)
    return collections
  }
}

/** Does each part of a writing command; stops at the first that fails, as an ordered one does. */
function written(parts: Document[], write: (part: Document, index: number) => number): Document {
  let n = 0
  for (const [index, part] of parts.entries()) {
    try {
      n += write(part, index)
    } catch (err) {
      if (!(err instanceof CommandError)) throw err
      return { n, writeErrors: [{ index, code: err.code, errmsg: err.message }] }
    }
  }
  return { n }
}

function refuseDuplicate({ documents, indexes }: Collection, document: Document, ns: string): void {
  for (const { name, key, unique } of indexes) {
    if (!unique) continue
    const wanted = Object.keys(key).map((field) => [field, document[field] ?? null] as const)
    if (!new Query(Object.fromEntries(wanted)).find(documents).all().length) continue
    const told = wanted.map(([field, value]) => `${field}: ${EJSON.stringify(value)}`).join(', ')
    throw new CommandError(
      11000,
      'DuplicateKey',
      `E11000 duplicate key error collection: ${ns} index: ${name} dup key: { ${told} }`,
    )
  }
}

/** Applies operators, a pipeline, or a whole new document; says whether anything changed. */
function change(document: Document, update: Document): boolean {
  const isReplacement = !Array.isArray(update) && !Object.keys(update)[0]?.startsWith('$')
  if (!isReplacement) return updateMany([document], {}, update).modifiedCount > 0
  const { _id } = document
  for (const field of Object.keys(document)) delete document[field]
  Object.assign(document, { _id, ...update })
  return true
}

/** A new document holds what was asked for by equality, then what the update makes of it. */
function upsertOf(filter: Document, update: Document): Document {
  const { $setOnInsert = {}, ...rest } = update
  const equal = Object.entries(filter).filter(
    ([field, value]) => !field.startsWith('$') && !hasOperators(value),
  )
  const document = { _id: new ObjectId(), ...Object.fromEntries(equal), ...$setOnInsert }
  if (Object.keys(rest).length > 0) change(document, rest)
  return document
}

function hasOperators(value: unknown): boolean {
  const isPlain = value !== null && typeof value === 'object' && value.constructor === Object
  return isPlain && Object.keys(value).some((key) => key.startsWith('$'))
}

function structuredCopy(document: Document): Document {
  return EJSON.deserialize(EJSON.serialize(document))
}
