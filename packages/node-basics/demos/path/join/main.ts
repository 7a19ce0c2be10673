import { posix as path } from 'node:path'

console.log(path.join('/shop', 'images', 'tea.png'))
console.log(path.join('/shop', '..', 'images//', './tea.png'))
console.log(path.join('/shop', '/images', 'tea.png'))
console.log(path.join('shop', '../../..', 'tea.png'))
console.log(JSON.stringify(path.join('')), JSON.stringify(path.join('shop/', '')))
