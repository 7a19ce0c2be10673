import { posix as path } from 'node:path'

for (const file of ['/shop/archive.tar.gz', '/home/.bashrc', 'images/tea/']) {
  const { dir, base, name, ext } = path.parse(file)
  console.log({ dir, base, name, ext })
}

const parsed = path.parse('/shop/tea.png')
console.log(path.format({ ...parsed, ext: '.webp' }))
console.log(path.format({ dir: parsed.dir, name: parsed.name, ext: '.webp' }))
console.log(path.basename('/shop/tea.png', '.png'), path.extname('tea.PNG'))
