import { createHash, timingSafeEqual } from 'node:crypto'
import { serve } from '../method/serve.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()
const expected = digest('ada:tea:time')

function isAllowed(header = ''): boolean {
  const [scheme = '', encoded = ''] = header.split(' ')
  if (scheme.toLowerCase() !== 'basic') return false
  return timingSafeEqual(digest(Buffer.from(encoded, 'base64').toString()), expected)
}

const { url, close } = await serve((req, res) => {
  if (isAllowed(req.headers.authorization)) return void res.end('welcome, Ada')
  res
    .writeHead(401, { 'WWW-Authenticate': 'Basic realm="tea", charset="UTF-8"' })
    .end('who are you?')
})

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
console.log(basic('ada:tea:time'))
for (const authorization of ['', basic('ada:tea:time'), basic('ada:coffee'), 'Bearer xyz']) {
  const response = await fetch(url, { headers: { authorization } })
  console.log(
    response.status,
    await response.text(),
    response.headers.get('www-authenticate') ?? '',
  )
}
await close()
