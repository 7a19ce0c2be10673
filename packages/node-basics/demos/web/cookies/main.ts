import { serve } from '../method/serve.ts'

function parse(header = ''): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name = '', ...value]) => [name, decodeURIComponent(value.join('='))]))
}

const { url, close } = await serve((req, res) => {
  const cookies = parse(req.headers.cookie)
  const visits = Number(cookies.get('visits') ?? 0) + 1
  res.setHeader('Set-Cookie', [
    `visits=${visits}; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax`,
    `tea=${encodeURIComponent('绿茶; 热')}; Path=/`,
  ])
  res.end(`visit ${visits}, tea: ${cookies.get('tea')}`)
})

let cookie = ''
for (let i = 0; i < 3; i += 1) {
  const response = await fetch(url, { headers: { cookie } })
  if (i === 0) console.log(response.headers.getSetCookie())
  cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  console.log(await response.text())
}
await close()
