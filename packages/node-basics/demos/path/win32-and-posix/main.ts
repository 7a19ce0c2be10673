import path from 'node:path'

const { posix, win32 } = path

for (const text of ['C:\\shop\\tea.png', '/shop/tea.png']) {
  console.log(text)
  console.log('  posix', posix.basename(text), posix.isAbsolute(text))
  console.log('  win32', win32.basename(text), win32.isAbsolute(text))
}
console.log(posix.sep, win32.sep, posix.delimiter, win32.delimiter)
console.log(win32.join('shop', 'images', 'tea.png'), win32.normalize('C:/shop//tea.png'))
console.log(path === (process.platform === 'win32' ? win32 : posix))
