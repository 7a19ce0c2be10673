const namespace = require('./plain.mjs')
console.log(Object.keys(namespace), namespace.default, namespace.named)

console.log(require('./names-it.mjs')('Ada'))

try {
  require('./waits.mjs')
} catch (err) {
  console.log(err.code)
}
import('./waits.mjs').then(({ value }) => console.log('import() can:', value))
