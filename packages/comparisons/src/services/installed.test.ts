import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { freePort, installed, startServer } from './installed.ts'

afterEach(() => vi.unstubAllEnvs())

describe('installed(…names)', () => {
  it('finds a program on the path that can be run, and nothing else', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'await-next-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'await-next-server')
    vi.stubEnv('PATH', folder)
    writeFileSync(file, '#!/bin/sh\n', { mode: 0o644 })
    expect(installed('await-next-server')).toBeUndefined()
    chmodSync(file, 0o755)
    expect(installed('nobody-has-this', 'await-next-server')).toBe(file)
  })
})

describe('startServer(file, args, answers)', () => {
  const print = ['-e', 'console.error("out of memory"); process.exitCode = 1']

  it('tells what a server printed that does not start', async () => {
    const never = () => Promise.reject(new Error('nobody there'))
    await expect(startServer(process.execPath, print, never)).rejects.toThrow('out of memory')
  })

  it('tells of a program that is none', async () => {
    const never = () => Promise.reject(new Error('nobody there'))
    await expect(startServer('/nowhere/at/all', [], never)).rejects.toThrow('ENOENT')
  })

  it('waits until the server answers, and ends it', async () => {
    const port = await freePort()
    const script = `require('node:http').createServer((_req, res) => res.end('hi')).listen(${port}, '127.0.0.1')`
    const ask = async () => (await fetch(`http://127.0.0.1:${port}`)).text()
    const stop = await startServer(process.execPath, ['-e', script], ask)
    expect(await ask()).toBe('hi')
    await stop()
    await expect(ask()).rejects.toThrow()
  })
})
