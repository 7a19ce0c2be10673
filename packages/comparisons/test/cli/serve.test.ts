import { describe, expect, it } from 'vitest'
import { run } from '../command.ts'

describe('pnpm serve', () => {
  it.each([
    [['github-login'], { GITHUB_CLIENT_ID: 'one half' }, 'GITHUB_CLIENT_SECRET is missing'],
    [['onoin'], {}, 'Did you mean onion?'],
    [['onion', 'hapi'], {}, '"hapi" is no subject'],
    [['onion', '--port', 'x'], {}, '"x" is no port'],
  ])('says what is wrong with %j, and exits with 2', (args, more, told) => {
    const without = { GITHUB_CLIENT_ID: '', GITHUB_CLIENT_SECRET: '' }
    const { status, stderr } = run('serve', args, { ...without, ...more })
    expect(stderr).toContain(told)
    expect(status).toBe(2)
  })
})
