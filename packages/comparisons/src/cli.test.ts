/** The commands as they are typed, each in a process of its own. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

const PACKAGE = path.join(import.meta.dirname, '..')

/** Runs `bin/<command>.ts`. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--conditions=@await-next/source',
      '--import',
      'tsx',
      path.join(PACKAGE, 'bin', `${command}.ts`),
      ...args,
    ],
    {
      cwd: PACKAGE,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: PACKAGE, NO_COLOR: '1', LANG: 'C', LC_ALL: 'C', ...env },
    },
  )
  return { status, stdout, stderr }
}

describe('pnpm fuzz', () => {
  it('tells its seed and what it asked', () => {
    const { status, stdout } = run('fuzz', ['--seconds', '0.1', '--seed', '3', '--side', 'koa'])
    expect(stdout).toMatch(/^pnpm fuzz --seconds 0.1 --seed 3 --side koa\n\d+ koa programs, \d+ re/)
    expect(stdout).toContain('nothing differs')
    expect(status).toBe(0)
  })

  it.each([
    ['--seconds', '0'],
    ['--seed', '-1'],
    ['--side', 'fastify'],
  ])('refuses %s %s', (option, value) => {
    const { status, stderr } = run('fuzz', [option, value])
    expect(stderr).toContain(option)
    expect(status).toBe(2)
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
    const { status, stdout } = run('compare', ['redis', 'onion'], without)
    expect(stdout).toContain('redis is missing: install redis-server, or set REDIS_URL')
    expect(stdout).toContain('not run')
    expect(status).toBe(3)
    const strict = { ...without, AWAIT_NEXT_REQUIRE_SERVICES: '1' }
    expect(run('compare', ['redis'], strict).status).toBe(1)
  })

  it('fails a topic whose service is there and does not answer', () => {
    const { status, stdout } = run('compare', ['redis'], { REDIS_URL: 'redis://127.0.0.1:1' })
    expect(stdout).toContain('127.0.0.1:1, by REDIS_URL, does not answer')
    expect(status).toBe(1)
  })

  it('prints one topic in full, in either language', () => {
    const english = run('compare', ['onion']).stdout
    expect(english).toContain('await next()')
    expect(english).toContain('outer settle')
    expect(run('compare', ['onion', '--lang', 'zh']).stdout).toContain('洋葱模型')
    expect(run('compare', ['onion'], { LC_ALL: 'zh_CN.UTF-8' }).stdout).toContain('洋葱模型')
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
    const { stdout } = run('compare', ['--group', 'routing', '--on', 'koa,mini-koa'])
    expect(stdout).toContain('koa 3.3.0 = mini-koa')
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
    const own = run('compare', ['./mine'], { INIT_CWD: folder })
    expect([own.status, own.stdout.includes('outer settle')]).toEqual([0, true])

    const app =
      '(Koa) => { const app = new Koa(); app.use((ctx) => { ctx.body = "other" }); return app }'
    writeFileSync(path.join(folder, 'mine', 'koa.ts'), `export default ${app}`)
    const wrong = run('compare', ['./mine'], { INIT_CWD: folder })
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

describe('pnpm compare --koa <file> --express <file>', () => {
  it('says exactly where a Koa of one’s own differs from the real one', () => {
    const { status, stdout } = run('compare', ['onion', '--koa', './test/wrong-koa.ts'])
    expect(stdout).toContain(
      'a plain request: status line:\n' +
        '  a plain request:   koa 3.3.0 shows HTTP/1.1 200 OK\n' +
        '  a plain request:   ./test/wrong-koa.ts shows HTTP/1.1 404 Not Found',
    )
    expect(stdout).not.toContain('mini-koa')
    expect(status).toBe(1)
  })

  it('says exactly where an Express of one’s own differs from the real one', () => {
    const args = ['--group', 'stack', '--express', './test/wrong-express.ts']
    const { status, stdout } = run('compare', args)
    expect(stdout).toMatch(/^topic +express 5\.3\.0 +yours$/m)
    expect(stdout).toMatch(/^ {2}next-forgotten +none +●$/m)
    expect(stdout).toMatch(/^ {2}next-twice +200 +✗$/m)
    expect(stdout).toMatch(
      /express 5\.3\.0 ≠ \.\/test\/wrong-express\.ts: \d+ of \d+ requests agree/,
    )
    expect(status).toBe(1)
    // It leaves many requests without an answer, each of which is waited for.
  }, 180_000)

  it('agrees with itself: the real Koa, handed in as one’s own', () => {
    const folder = mkdtempSync(path.join(PACKAGE, 'test', 'own-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(path.join(folder, 'koa.cjs'), "module.exports = require('koa')")
    const topics = ['onion', 'sync-throw', 'not-found']
    const { status, stdout } = run('compare', [...topics, '--koa', `${folder}/koa.cjs`])
    expect(stdout.match(/koa\.cjs +● agrees$/gm)?.length).toBe(topics.length)
    expect(status).toBe(0)
  })

  it.each([
    ['./nowhere.ts', 'There is no file'],
    [
      './test/no-framework.ts',
      'exports no framework: its default export must be the class, as Koa',
    ],
    ['./test/crashes.ts', './test/crashes.ts cannot be loaded: Error: not today'],
    ['./test/ends.ts', './test/ends.ts cannot be loaded: the process ended'],
  ])('says what is wrong with %s, and exits with 2', (file, told) => {
    const { status, stderr } = run('compare', ['onion', '--koa', file])
    expect(stderr).toContain(told)
    expect(status).toBe(2)
  })
})

describe('pnpm claims', () => {
  it('prints a sentence, what was seen, and the verdict computed from it', () => {
    const { status, stdout } = run('claims', ['express-has-no-onion'])
    expect(stdout).toMatch(/^depends +Express has no onion\./)
    expect(stdout).toContain('○ Express, the inner handler does not wait: handler, outer')
    expect(stdout).toContain('● Express, the inner handler waits: outer, handler')
    expect(stdout).toContain('1 sentences: 0 true, 0 false, 1 that depend')
    expect(status).toBe(0)
  })

  it('prints it in Chinese, and as JSON with the program', () => {
    expect(run('claims', ['ctx-body-sends', '--lang', 'zh']).stdout).toMatch(/^不对/)
    const [judged] = JSON.parse(run('claims', ['ctx-body-sends', '--json']).stdout)
    expect(judged).toMatchObject({ verdict: 'false', problems: [] })
    expect(judged.findings[0]).toMatchObject({ seen: '200 two', mini: '200 two', holds: false })
    expect(judged.findings[0].program).toContain('ctx.body')
  })

  it('exits with 2 for a sentence that is none', () => {
    const { status, stderr } = run('claims', ['nobody-says-so'])
    expect(stderr).toContain('There is no sentence "nobody-says-so".')
    expect(status).toBe(2)
  })
})

describe('pnpm mutants', () => {
  it('lists what it would break', () => {
    const { status, stdout } = run('mutants', ['--list'])
    expect(stdout.trim().split('\n').length).toBeGreaterThanOrEqual(8)
    expect(status).toBe(0)
  })

  it('breaks a copy of the real koa-compose, and names the topic that notices', () => {
    const { status, stdout } = run('mutants', ['real-compose-skips', '--lang', 'zh'])
    expect(stdout).toContain('next() 跳过一个')
    expect(stdout).toContain('● onion  status line: HTTP/1.1 200 OK → HTTP/1.1 404 Not Found')
    expect(stdout).toContain('1 of 1 mutants noticed')
    expect(existsSync(path.join(PACKAGE, 'mutants', 'real-compose-skips'))).toBe(false)
    expect(status).toBe(0)
  })

  it('exits with 2 for a mutant that is none', () => {
    const { status, stderr } = run('mutants', ['nobody'])
    expect(stderr).toContain('There is no mutant "nobody".')
    expect(status).toBe(2)
  })
})

describe('pnpm step', () => {
  it('prints every handler, dispatch, and the code after each await', () => {
    const { status, stdout } = run('step', ['onion', '--on', 'koa,mini-koa', '--plain'])
    for (const subject of ['koa', 'mini-koa']) {
      const from = stdout.indexOf(`${subject}: ${subject} `)
      const lines = stdout
        .slice(from, stdout.indexOf('\n\n', stdout.indexOf('> 1', from)))
        .split('\n')
      const told = lines.filter((line) => /^\*|onion\/koa.ts|dispatch /.test(line)).join('\n')
      expect(told.replaceAll(/ {2,}/g, ' ')).toMatch(
        /dispatch.*\* outer enter.*await next\(\).*\* outer next.*dispatch.*handler enter.*await wait\(5\).*ctx.body = 'hello'.*handler settle.*onion\/koa.ts:8 \}\).*outer settle/s,
      )
    }
    expect(status).toBe(0)
  })

  it.each([
    [['onoin'], 'Did you mean onion?'],
    [['onion', '--request', '2'], 'has one request: there is no number 2'],
    [['onion', '--request', 'x'], '"x" is no number from 1'],
    [['onion', '--on', 'hapi'], '"hapi" is no subject'],
    [[], 'missing required argument'],
  ])('says what is wrong with %j, and exits with 2', (args, told) => {
    const { status, stderr } = run('step', args)
    expect(stderr).toContain(told)
    expect(status).toBe(2)
  })
})

describe('run-topic', () => {
  it('runs one topic on one subject in its own process', () => {
    const { status, stdout } = run('run-topic', ['onion', 'mini-koa'])
    expect(stdout).toContain('a plain request: HTTP/1.1 200 OK\nhello')
    expect(status).toBe(0)
  })

  it.each([[['onion', 'hapi']], [['nothing', 'koa']]])('exits with 2 for %j', (args) => {
    expect(run('run-topic', args).status).toBe(2)
  })
})
