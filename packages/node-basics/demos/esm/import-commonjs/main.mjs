import * as namespace from './library.cjs'
import library, { add } from './library.cjs'

console.log(library === namespace.default)
console.log(Object.keys(library))
console.log(
  'by name:',
  ['add', 'multiply', 'late'].filter((name) => name in namespace),
)
console.log(add(1, 2), library.late(8))

await import('./wants-late.mjs').catch((err) => console.log(err.name, /'late'/.test(err.message)))
