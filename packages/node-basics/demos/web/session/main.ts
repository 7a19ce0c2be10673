import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from '../method/serve.ts'

interface Session {
  cart: string[]
}
const sessions = new Map<string, Session>()

function sessionOf(req: IncomingMessage, res: ServerResponse): Session {
  const id = /(?:^|; )sid=([^;]+)/.exec(req.headers.cookie ?? '')?.[1] ?? ''
  const known = sessions.get(id)
  if (known) return known
  const fresh = { cart: [] }
  const newId = randomBytes(16).toString('base64url')
  sessions.set(newId, fresh)
  res.setHeader('Set-Cookie', `sid=${newId}; Path=/; HttpOnly; SameSite=Lax`)
  return fresh
}

const { url, close } = await serve((req, res) => {
  const { cart } = sessionOf(req, res)
  cart.push(req.url?.slice(1) ?? '')
  res.end(cart.join(', '))
})

async function visit(path: string, cookie: string): Promise<string> {
  const response = await fetch(url + path, { headers: { cookie } })
  const given = response.headers.get('set-cookie')?.split(';')[0]
  console.log(path, '→', await response.text(), given ? '(new session)' : '')
  return given ?? cookie
}

const ada = await visit('/green', '')
const bob = await visit('/milk', 'sid=made-up')
await visit('/black', ada)
await visit('/sugar', bob)
console.log('made-up is known:', sessions.has('made-up'), '/ sessions:', sessions.size)
await close()
