const url = new URL('https://ada:secret@例子.example:443/商店/tea?size=2&size=3#价格')

for (const part of ['protocol', 'username', 'host', 'port', 'pathname', 'search'] as const) {
  console.log(part.padEnd(9), url[part])
}
console.log(decodeURIComponent(url.pathname), decodeURIComponent(url.hash))

url.port = '8443'
url.pathname = '/with space'
url.hash = ''
console.log(url.href)
console.log(url.origin)
