/**
 * A visitor that behaves as a browser does: keeps cookies for each host and shows where it is sent.
 *
 * @module
 */

/** One answer that the browser got on its way. */
export interface Hop {
  /** What was asked, without the query: that is where random things stand. */
  path: string
  status: number
  /** Where it was sent, if it was. */
  location: URL | undefined
  body: string
}

/** A browser with an empty jar of cookies. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>()

  /** Asks one address, and follows no redirect. */
  async ask(address: string | URL): Promise<Hop> {
    const url = new URL(address)
    const jar = this.#jars.get(url.host) ?? new Map<string, string>()
    this.#jars.set(url.host, jar)
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    return {
      path: url.pathname,
      status: answer.status,
      location: location ? new URL(location, url) : undefined,
      body: await answer.text(),
    }
  }

  /** Follows redirects to their end; every answer on the way is told. */
  async follow(address: string | URL): Promise<Hop[]> {
    const hops = [await this.ask(address)]
    while (hops.length < 10) {
      const to = hops.at(-1)?.location
      if (!to) break
      hops.push(await this.ask(to))
    }
    return hops
  }
}

/** A hop in one line: `302 /login → /authorize ?client_id&state`, or `200 /me: Hello`. */
export function hopLine({ path, status, location, body }: Hop): string {
  if (!location) return `${status} ${path}: ${body}`
  const names = [...location.searchParams.keys()]
  const query = names.length > 0 ? ` ?${names.join('&')}` : ''
  return `${status} ${path} → ${location.pathname}${query}`
}
