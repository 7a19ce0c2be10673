import url from 'node:url'

const old = url.parse('/shop/tea?size=2&size=3', true)
console.log(old.pathname, { ...old.query }, old.host)

try {
  new URL('/shop/tea?size=2')
} catch (err) {
  console.log((err as NodeJS.ErrnoException).code)
}
console.log(new URL('/shop/tea?size=2', 'http://localhost').pathname)

const tricky = 'http://127.1/'
console.log(url.parse(tricky).hostname, new URL(tricky).hostname)
console.log(url.parse('HTTP://Shop.Example:80/a/../b').href)
console.log(new URL('HTTP://Shop.Example:80/a/../b').href)
