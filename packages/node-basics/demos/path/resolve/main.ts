import { posix as path } from 'node:path'

const parts: string[][] = [
  ['/shop', 'images', 'tea.png'],
  ['/shop', '/images', 'tea.png'],
  ['/shop', 'images', '..', 'tea.png'],
]
for (const part of parts) console.log(path.join(...part).padEnd(22), path.resolve(...part))

console.log(path.resolve('tea.png') === path.join(path.resolve(), 'tea.png'))
console.log(path.isAbsolute(path.resolve('tea.png')), path.isAbsolute('tea.png'))
