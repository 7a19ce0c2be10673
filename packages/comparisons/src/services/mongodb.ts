/**
 * MongoDB, by `MONGODB_URL`, else the emulator, which says that it is one.
 *
 * @module
 */
import { MongoClient } from 'mongodb'
import { startEmulator } from './mongodb-emulator/index.ts'
import type { Service } from './service.ts'

/** A database for each run, dropped behind it. */
export const mongodb: Service = {
  name: 'mongodb',
  variable: 'MONGODB_URL',
  remedy: 'set MONGODB_URL',

  start: () => startEmulator(),

  identify: (url) =>
    talk(url, async (client) => {
      const { version, modules = [] } = await client.db('admin').command({ buildInfo: 1 })
      const emulated = (modules as string[]).includes('emulator')
      return emulated ? 'an emulator of MongoDB, no real one' : `MongoDB ${version}`
    }),

  async enter(url, id) {
    const own = new URL(url)
    own.pathname = id
    return {
      url: own.href,
      prefix: '',
      leave: () =>
        talk(url, async (client) => {
          await client.db(id).dropDatabase()
        }),
    }
  },
}

/** How long a server is looked for, in milliseconds. */
const PATIENCE = 5000

async function talk<Value>(
  url: string,
  say: (client: MongoClient) => Promise<Value>,
): Promise<Value> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: PATIENCE })
  try {
    return await say(await client.connect())
  } finally {
    await client.close()
  }
}
