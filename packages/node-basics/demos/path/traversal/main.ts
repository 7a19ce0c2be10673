import { posix as path } from 'node:path'

const root = '/srv/public'
const names = ['tea.png', 'a/../tea.png', '../secret', '../public-secret/key', '/etc/passwd']

function isInside(file: string): boolean {
  const way = path.relative(root, file)
  return way !== '..' && !way.startsWith('../') && !path.isAbsolute(way)
}

for (const name of names) {
  const file = path.resolve(root, name)
  console.log(name.padEnd(22), file.startsWith(root), isInside(file))
}
