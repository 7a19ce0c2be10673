/**
 * Redis, by `REDIS_URL` or started here.
 *
 * @module
 */
import { createClient } from 'redis'
import { freePort, installed, startServer } from './installed.ts'
import type { Service } from './service.ts'

/** Redis keeps no databases by name, so a run's keys begin with its id. */
export const redis: Service = {
  name: 'redis',
  variable: 'REDIS_URL',
  remedy: 'install redis-server, or set REDIS_URL',

  async start() {
    const server = installed('redis-server', 'valkey-server')
    if (!server) return undefined
    const port = await freePort()
    const url = `redis://127.0.0.1:${port}`
    const inMemory = ['--save', '', '--appendonly', 'no']
    const args = ['--port', String(port), '--bind', '127.0.0.1', ...inMemory]
    const stop = await startServer(server, args, () => this.identify(url))
    return { url, stop }
  },

  identify: (url) =>
    talk(url, async (client) => {
      const info = await client.info('server')
      return `Redis ${/redis_version:(\S+)/.exec(info)?.[1] ?? '(version unknown)'}`
    }),

  async enter(url, id) {
    const prefix = `${id}:`
    return { url, prefix, leave: () => talk(url, (client) => forget(client, prefix)) }
  },
}

type Client = ReturnType<typeof connection>

function connection(url: string) {
  // One try: whoever waits for a server to start knocks again by himself.
  const client = createClient({ url, socket: { reconnectStrategy: false } })
  // The error is the rejection of what was asked; without a listener it would end the process as well.
  client.on('error', () => {})
  return client
}

async function talk<Value>(url: string, say: (client: Client) => Promise<Value>): Promise<Value> {
  const client = connection(url)
  await client.connect()
  try {
    return await say(client)
  } finally {
    client.destroy()
  }
}

async function forget(client: Client, prefix: string): Promise<void> {
  for await (const keys of client.scanIterator({ MATCH: `${prefix}*` })) {
    if (keys.length > 0) await client.del(keys)
  }
}
