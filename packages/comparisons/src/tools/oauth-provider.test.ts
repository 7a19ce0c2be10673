/** Which provider a login is sent to. Nothing here leaves the machine: a redirect is looked at, not followed. */
import { describe, expect, it } from 'vitest'
import { openSite } from '../run.ts'
import { loadSubject, SUBJECTS } from '../subjects.ts'
import { loadTopic } from '../topics.ts'
import { githubFrom } from './oauth-provider.ts'

const APP = { GITHUB_CLIENT_ID: 'Iv1.0123', GITHUB_CLIENT_SECRET: 'not told' }

describe('githubFrom(environment)', () => {
  it('is nobody where nothing is set: the local provider will do', () => {
    expect(githubFrom({})).toBeUndefined()
    expect(githubFrom({ GITHUB_CLIENT_ID: '', GITHUB_CLIENT_SECRET: '' })).toBeUndefined()
  })

  it('is the real GitHub where an app is named', () => {
    expect(githubFrom(APP)).toEqual({
      authorizeUrl: 'https://github.com/login/oauth/authorize',
      tokenUrl: 'https://github.com/login/oauth/access_token',
      userUrl: 'https://api.github.com/user',
      clientId: 'Iv1.0123',
      clientSecret: 'not told',
    })
  })

  it.each([
    ['GITHUB_CLIENT_SECRET', { GITHUB_CLIENT_ID: 'Iv1.0123' }],
    ['GITHUB_CLIENT_ID', { GITHUB_CLIENT_SECRET: 'not told' }],
  ])('says that %s is missing', (lacking, environment) => {
    expect(() => githubFrom(environment)).toThrow(`${lacking} is missing: set both variables`)
  })
})

describe('github-login with the real GitHub', () => {
  it.each(SUBJECTS)('sends the browser there, without the secret: %s', async (subject) => {
    const provider = githubFrom(APP)
    if (!provider) throw new Error('there is no provider')
    const topic = await loadTopic('github-login')
    const site = await openSite(topic, await loadSubject(subject), [], { given: { provider } })
    const { status, headers } = await fetch(`${site.served.origin}/login`, { redirect: 'manual' })
    await site.close()
    const to = new URL(headers.get('location') ?? '')
    expect([status, to.origin + to.pathname]).toEqual([302, provider.authorizeUrl])
    expect(to.searchParams.get('client_id')).toBe('Iv1.0123')
    expect(to.searchParams.get('redirect_uri')).toBe(`${site.served.origin}/callback`)
    expect(to.href).not.toContain('not')
  })
})
