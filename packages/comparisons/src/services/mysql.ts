/**
 * MySQL, by `MYSQL_URL`, or MariaDB started here.
 *
 * @module
 */
import path from 'node:path'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { freePort, installed, run, startServer } from './installed.ts'
import type { Service } from './service.ts'

/** A database for each run, dropped behind it. */
export const mysql: Service = {
  name: 'mysql',
  variable: 'MYSQL_URL',
  remedy: 'install mariadb-server, or set MYSQL_URL to a user who may create databases',

  async start(folder) {
    const server = installed('mariadbd')
    const install = installed('mariadb-install-db')
    if (!server || !install) return undefined
    const port = await freePort()
    const url = `mysql://root@127.0.0.1:${port}`
    const data = path.join(folder, 'data')
    const common = ['--no-defaults', `--datadir=${data}`, ...asUser()]
    await run(install, [...common, '--auth-root-authentication-method=normal', '--skip-test-db'])
    const network = [`--port=${port}`, '--bind-address=127.0.0.1', `--socket=${folder}/socket`]
    const stop = await startServer(server, [...common, ...network], () => this.identify(url))
    return { url, stop }
  },

  identify: (url) =>
    talk(url, async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>('select version() as version')
      const version: string = rows[0]?.['version']
      return version.includes('MariaDB') ? `MariaDB ${version.split('-')[0]}` : `MySQL ${version}`
    }),

  async enter(url, id) {
    await talk(url, (connection) => connection.query('create database ??', [id]))
    const own = new URL(url)
    own.pathname = id
    return {
      url: own.href,
      prefix: '',
      leave: async () => {
        await talk(url, (connection) => connection.query('drop database ??', [id]))
      },
    }
  },
}

/** MariaDB refuses to run as root unless told to; nobody else may ask for another user. */
function asUser(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : []
}

async function talk<Value>(
  url: string,
  say: (connection: Connection) => Promise<Value>,
): Promise<Value> {
  const connection = await createConnection(url)
  try {
    return await say(connection)
  } finally {
    await connection.end()
  }
}
