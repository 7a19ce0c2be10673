import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

console.log(import.meta.url.startsWith('file:///'), path.basename(import.meta.url))
console.log(import.meta.filename === fileURLToPath(import.meta.url))
console.log(path.basename(import.meta.dirname))
console.log(import.meta.resolve('node:fs'))
console.log(import.meta.resolve('./other.ts') === new URL('./other.ts', import.meta.url).href)
console.log(readFileSync(new URL('./note.txt', import.meta.url), 'utf8').trim())
console.log('run directly:', process.argv[1] === import.meta.filename)
