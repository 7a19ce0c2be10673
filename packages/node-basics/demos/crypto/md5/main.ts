import { createHash } from 'node:crypto'

console.log(createHash('md5').update('hello world!!').digest('hex'))
console.log(createHash('md5').update('hello ').update('world!!').digest('hex'))
console.log(createHash('md5').update('hello world!').digest('hex'))

const hash = createHash('md5').update('once')
hash.digest()
try {
  hash.digest()
} catch (err) {
  console.log((err as NodeJS.ErrnoException).code)
}
