import { posix as path } from 'node:path'

const way = path.relative('/shop/images', '/shop/data/tea.json')
console.log(way)
console.log(path.join('/shop/images', way))

console.log(path.relative('/shop/a.ts', '/shop/b.ts'))
console.log(path.relative(path.dirname('/shop/a.ts'), '/shop/b.ts'))
console.log(JSON.stringify(path.relative('/shop', '/shop')))
