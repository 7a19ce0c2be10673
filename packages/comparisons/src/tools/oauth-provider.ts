/**
 * Somebody to log in with: a provider that speaks OAuth 2's authorization-code flow as GitHub does.
 *
 * It has one user, who is logged in there and consents at once.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { TopicError } from '../topic-error.ts'

/** What an app has to know of its provider. */
export interface Provider {
  /** Where the browser is sent, to consent. */
  authorizeUrl: string
  /** Where the app changes the code for a token. */
  tokenUrl: string
  /** Where the app asks who it is. */
  userUrl: string
  clientId: string
  clientSecret: string
}

/** Starts a local provider on a free port. */
export async function openProvider(): Promise<{ tool: Provider; close(): Promise<void> }> {
  const desk = new Desk()
  const server = createServer((req, res) => desk.serve(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    tool: {
      authorizeUrl: `${origin}/login/oauth/authorize`,
      tokenUrl: `${origin}/login/oauth/access_token`,
      userUrl: `${origin}/user`,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/**
 * The real GitHub, where `GITHUB_CLIENT_ID` and `GITHUB_CLIENT_SECRET` name an app that is registered there.
 *
 * @returns Nothing where neither is set: the local provider will do.
 * @throws {@link TopicError} where only one of them is.
 */
export function githubFrom(environment: NodeJS.ProcessEnv): Provider | undefined {
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = environment
  if (!clientId && !clientSecret) return undefined
  if (!clientId || !clientSecret) {
    const lacking = clientId ? 'GITHUB_CLIENT_SECRET' : 'GITHUB_CLIENT_ID'
    throw new TopicError(
      `${lacking} is missing: set both variables for the real GitHub, or neither for the local provider.`,
    )
  }
  return {
    authorizeUrl: 'https://github.com/login/oauth/authorize',
    tokenUrl: 'https://github.com/login/oauth/access_token',
    userUrl: 'https://api.github.com/user',
    clientId,
    clientSecret,
  }
}

/** The one app that is registered. */
const CLIENT = { id: 'await-next', secret: 'known to the app and the provider' }

/** Hands out codes and tokens; a code is good once. */
class Desk {
  readonly #codes = new Map<string, string>()
  readonly #tokens = new Set<string>()

  async serve(req: IncomingMessage, res: ServerResponse): Promise<unknown> {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://provider')
    if (pathname === '/login/oauth/authorize') return this.#consent(searchParams, res)
    if (pathname === '/login/oauth/access_token') return this.#token(await formOf(req), res)
    if (pathname === '/user') return this.#user(req, res)
    return json(res, 404, { message: 'Not Found' })
  }

  #consent(query: URLSearchParams, res: ServerResponse): unknown {
    const redirect = query.get('redirect_uri') ?? ''
    if (query.get('client_id') !== CLIENT.id || !URL.canParse(redirect)) {
      return json(res, 404, { message: 'Not Found' })
    }
    const code = randomBytes(10).toString('hex')
    this.#codes.set(code, redirect)
    const back = new URL(redirect)
    back.searchParams.set('code', code)
    back.searchParams.set('state', query.get('state') ?? '')
    return res.writeHead(302, { Location: back.href }).end()
  }

  /** GitHub answers 200 here, whether it likes the code or not. */
  #token(form: URLSearchParams, res: ServerResponse): unknown {
    const isClient =
      form.get('client_id') === CLIENT.id && form.get('client_secret') === CLIENT.secret
    if (!isClient) return json(res, 200, { error: 'incorrect_client_credentials' })
    if (!this.#codes.delete(form.get('code') ?? '')) {
      return json(res, 200, { error: 'bad_verification_code' })
    }
    const token = `gho_${randomBytes(18).toString('hex')}`
    this.#tokens.add(token)
    return json(res, 200, { access_token: token, token_type: 'bearer', scope: 'read:user' })
  }

  #user({ headers }: IncomingMessage, res: ServerResponse): unknown {
    const [, token = ''] = /^bearer (.+)$/i.exec(headers.authorization ?? '') ?? []
    if (!this.#tokens.has(token)) return json(res, 401, { message: 'Bad credentials' })
    return json(res, 200, { id: 583231, login: 'octocat', name: 'The Octocat' })
  }
}

async function formOf(req: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await text(req))
}

function json(res: ServerResponse, status: number, body: object): ServerResponse {
  return res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
