import { createRequire } from 'node:module'
import path from 'node:path'

console.log(typeof exports, typeof module, typeof __filename, typeof __dirname)
console.log('this:', this)
console.log('require before:', typeof require === 'undefined' ? 'undefined' : 'a function')

const requireHere = createRequire(import.meta.url)
console.log(requireHere('./settings.json'))
console.log(path.basename(requireHere.resolve('./settings.json')))
console.log(requireHere('node:fs') === (await import('node:fs')).default)
