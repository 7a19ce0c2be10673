import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { RUN_FOLDER } from '../../src/temporary.ts'
import { argumentsOf, ENVIRONMENT, PACKAGE, run } from '../command.ts'

describe('pnpm compare', () => {
  it('prints a matrix of topics, group by group, in 80 columns', () => {
    const { status, stdout } = run('compare', ['--group', 'stack'])
    expect(stdout).toContain('koa 3.3.0 = mini-koa')
    expect(stdout).toMatch(/^The stack\n.*^ {2}onion +200 +● +200 +● +○$/ms)
    expect(stdout).not.toContain('route-params')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(status).toBe(stdout.includes('not run') ? 3 : 0)
  })

  it('says what a topic lacks that was not run, and exits with 3; with 1 where nothing may lack', () => {
    // No server on the path, none where Debian keeps them.
    const without = {
      AWAIT_NEXT_SERVERS: '/nowhere',
      REDIS_URL: '',
      AWAIT_NEXT_REQUIRE_SERVICES: '',
    }
    const { status, stdout } = run('compare', ['redis', 'onion', '--on', 'koa'], without)
    expect(stdout).toContain('redis is missing: install redis-server, or set REDIS_URL')
    expect(stdout).toContain('not run')
    expect(status).toBe(3)
    const strict = { ...without, AWAIT_NEXT_REQUIRE_SERVICES: '1' }
    expect(run('compare', ['redis', '--on', 'koa'], strict).status).toBe(1)
  })

  it('fails a topic whose service is there and does not answer', () => {
    const { status, stdout } = run('compare', ['redis', '--on', 'koa'], {
      REDIS_URL: 'redis://127.0.0.1:1',
    })
    expect(stdout).toContain('127.0.0.1:1, by REDIS_URL, does not answer')
    expect(status).toBe(1)
  })

  it('prints one topic in full, in either language', () => {
    const english = run('compare', ['onion', '--on', 'koa']).stdout
    expect(english).toContain('await next()')
    expect(english).toContain('outer settle')
    for (const [args, env] of [
      [['--lang', 'zh'], {}],
      [[], { LC_ALL: 'zh_CN.UTF-8' }],
    ] as const) {
      const { stdout } = run('compare', ['onion', '--on', 'koa', ...args], env)
      expect(stdout).toContain('洋葱模型')
    }
  })

  it('prints JSON with provenance, events and observation of each subject', () => {
    const { topics, subjects } = JSON.parse(run('compare', ['onion', '--json']).stdout)
    expect(subjects.map(({ subject }: { subject: string }) => subject)).toEqual([
      'express',
      'mini-express',
      'koa',
      'mini-koa',
    ])
    for (const [subject, one] of Object.entries<{
      provenance: { parts: { file: string; version: string }[] }
      requests: { events: unknown[]; observation: { answers: { body: unknown }[] } }[]
    }>(topics[0].runs)) {
      const [framework] = one.provenance.parts
      expect(framework?.file.split(path.sep)).toContain(
        subject.startsWith('mini-') ? 'packages' : 'node_modules',
      )
      expect(framework?.version).toMatch(/^\d/)
      expect(one.requests[0]?.events.length).toBeGreaterThan(4)
      expect(one.requests[0]?.observation.answers[0]?.body).toEqual({ text: 'hello' })
    }
  })

  it('runs some subjects only', () => {
    const { stdout } = run('compare', ['onion', '--on', 'koa,mini-koa'])
    expect(stdout).toMatch(/^koa 3\.3\.0 .*\n.*\nmini-koa +● agrees$/m)
    expect(stdout).not.toContain('express 5')
  })

  it('names near topics for an unknown one, and exits with 2', () => {
    const { status, stderr } = run('compare', ['onoin'])
    expect(stderr).toContain('There is no topic "onoin".\nDid you mean onion?')
    expect(status).toBe(2)
  })

  it.each([
    [['--on', 'hapi'], '"hapi" is no subject'],
    [['--nonsense'], 'unknown option'],
    [['./nowhere'], 'There is no folder'],
    [['--lang', 'fr'], 'Allowed choices are en, zh'],
    [['--group', 'misc'], 'Allowed choices are stack, routing'],
    [['onion', '--group', 'stack'], 'not both'],
  ])('says what is wrong with %j, and exits with 2', (args, told) => {
    const { status, stderr } = run('compare', args)
    expect(stderr).toContain(told)
    expect(status).toBe(2)
  })

  it('helps', () => {
    const { status, stdout } = run('compare', ['--help'])
    expect(stdout).toMatch(/^Topics: [a-z0-9,\s-]*\bonion,/m)
    expect(status).toBe(0)
  })

  it('runs a folder of the user’s own, from where the user stands, and exits with 1 where a claim is wrong', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'await-next-topic-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    cpSync(path.join(PACKAGE, 'topics', 'onion'), path.join(folder, 'mine'), { recursive: true })
    const own = run('compare', ['./mine', '--on', 'koa,mini-koa'], { INIT_CWD: folder })
    expect([own.status, own.stdout.includes('outer settle')]).toEqual([0, true])

    const app =
      '(Koa) => { const app = new Koa(); app.use((ctx) => { ctx.body = "other" }); return app }'
    writeFileSync(path.join(folder, 'mine', 'koa.ts'), `export default ${app}`)
    const wrong = run('compare', ['./mine', '--on', 'koa,mini-koa'], { INIT_CWD: folder })
    expect(wrong.status).toBe(1)
    expect(wrong.stdout).toContain('body: claimed "hello", seen "other"')
  })

  it('tells of a program that ends its process, and goes on with the others', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'await-next-topic-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    cpSync(path.join(PACKAGE, 'topics', 'onion'), path.join(folder, 'ends'), { recursive: true })
    writeFileSync(path.join(folder, 'ends', 'koa.ts'), 'export default () => process.exit(7)')
    const { status, stdout } = run('compare', [
      path.join(folder, 'ends'),
      'not-found',
      '--on',
      'koa,mini-koa',
    ])
    expect(status).toBe(1)
    expect(stdout).toContain('exit code 7')
    expect(stdout).toContain('HTTP/1.1 404 Not Found')
  })
})

describe('pnpm compare --lit', () => {
  it('tells the lines of the real frameworks that topics run, and those that none does', () => {
    const { status, stdout } = run('compare', ['onion', '--lit'])
    expect(stdout).toMatch(/^Lines of the real frameworks that at least one of 1 topics runs$/m)
    expect(stdout).toMatch(/^ +\d+\.\d % +\d+\/\d+ {2}express 5\.3\.0 {2}below 90 %$/m)
    expect(stdout).toMatch(/^ +\d+\.\d % +\d+\/\d+ {2}koa-compose\/index\.js$/m)
    expect(stdout).toMatch(/^koa\/lib\/response\.js redirect: [\d, \n]+$/m)
    expect(stdout).not.toMatch(/^koa-compose\/index\.js .*: 41/m)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    // One topic need not light what the whole catalogue does.
    expect(status).toBe(0)
  })
})

// On Windows a process is not told that it is to end.
describe.skipIf(process.platform === 'win32')('pnpm compare, killed', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('leaves nothing behind: %s', async (signal) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'await-next-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const kept = () => readdirSync(folder).join()
    const env = { ...process.env, ...ENVIRONMENT, [RUN_FOLDER]: folder, MONGODB_URL: '' }
    const child = spawn(process.execPath, argumentsOf('compare', ['mongodb', '--on', 'koa']), {
      env,
      cwd: PACKAGE,
      stdio: 'ignore',
    })
    await vi.waitUntil(() => /run-.*service-|service-.*run-/.test(kept()), WHILE)
    child.kill(signal)
    const [, endedBy] = await once(child, 'exit')
    expect(endedBy).toBe(signal)
    // The service is ended by a process of its own, when it notices that nobody is there.
    await vi.waitUntil(() => kept() === '', WHILE)
  })
})

/** A busy machine is slow to start processes and to end them. */
const WHILE = { timeout: 50_000, interval: 20 }
