import { serve } from '../method/serve.ts'

const { url, close } = await serve((req, res) => {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost')
  try {
    res.statusCode = decodeURIComponent(pathname) === '/tea' ? 200 : 404
  } catch {
    res.statusCode = 400
  }
  res.end(req.url)
})

for (const path of ['/tea', '/tea?size=2', '/TEA', '/te%61', '/tea/', '/%E8%8C%B6', '/%']) {
  const response = await fetch(url + path)
  console.log(response.status, await response.text())
}
await close()
