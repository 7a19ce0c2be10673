import { runInNewContext } from 'node:vm'
import { serve } from '../method/serve.ts'

const { url, close } = await serve((req, res) => {
  const callback = new URL(req.url ?? '/', 'http://localhost').searchParams.get('callback') ?? ''
  if (!/^[\w$.]{1,64}$/.test(callback)) return void res.writeHead(400).end('a name, please')
  const json = JSON.stringify({ tea: '绿茶', note: '</script>\u2028' })
  const safe = json.replace(
    /[<\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  res.setHeader('Content-Type', 'text/javascript; charset=utf-8')
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.end(`/**/ typeof ${callback} === 'function' && ${callback}(${safe});`)
})

const script = await (await fetch(`${url}?callback=show`)).text()
console.log(script)
// What a page does with it:
runInNewContext(script, { show: (data: { tea: string }) => console.log('the page got', data.tea) })

const evil = await fetch(`${url}?callback=${encodeURIComponent('alert(document.cookie)//')}`)
console.log(evil.status, await evil.text())
await close()
