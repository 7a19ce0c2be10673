import { serve } from '../method/serve.ts'

const { url, close } = await serve((req, res) => {
  const { searchParams } = new URL(req.url ?? '/', 'http://localhost')
  const page = Number(searchParams.get('page') ?? 1)
  if (!Number.isInteger(page) || page < 1) {
    res.writeHead(400).end('page must be 1, 2, 3 …')
    return
  }
  const answer = { page, sizes: searchParams.getAll('size'), q: searchParams.get('q') }
  res.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
})

for (const query of ['', '?size=2&size=3&page=4&q=green+tea', '?page=tea', '?page=-1']) {
  const response = await fetch(url + query)
  console.log(response.status, await response.text())
}
await close()
