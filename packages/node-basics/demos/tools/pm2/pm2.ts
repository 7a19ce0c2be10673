import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

const BINARY = createRequire(import.meta.url).resolve('pm2/bin/pm2')

/** Lends pm2's commands, with a home and a daemon of their own, which are gone afterwards. */
export async function withPm2(use: (lent: ReturnType<typeof tools>) => Promise<void>) {
  const home = await mkdtemp(path.join(tmpdir(), 'pm2-'))
  const { pm2, ...others } = tools(home)
  try {
    await use({ pm2, ...others })
  } finally {
    await pm2('kill')
    await rm(home, { recursive: true, force: true })
  }
}

function tools(home: string) {
  const env = { ...process.env, NODE_OPTIONS: '', PM2_HOME: home, PM2_DISCRETE_MODE: 'true' }
  const pm2 = async (...args: string[]) =>
    (await promisify(execFile)(process.execPath, [BINARY, ...args], { env })).stdout

  async function list() {
    const text = await pm2('jlist')
    const found: {
      name: string
      pid: number
      pm2_env: { status: string; restart_time: number }
    }[] = JSON.parse(text.slice(text.indexOf('[')))
    return found.map(({ name, pid, pm2_env: { status, restart_time: restarts } }) => {
      return { name, pid, status, restarts }
    })
  }

  async function until(isSo: (found: Awaited<ReturnType<typeof list>>[number]) => boolean) {
    for (;;) {
      const found = (await list()).find(isSo)
      if (found) return found
      await setTimeout(100)
    }
  }
  return { pm2, list, until, home }
}
