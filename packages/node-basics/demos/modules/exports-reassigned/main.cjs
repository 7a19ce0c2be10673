console.log('exports =       ', require('./wrong.cjs'))
console.log('module.exports =', require('./right.cjs'))

try {
  require('./wrong.cjs').area(2)
} catch (err) {
  console.log(`${err.name}: ${err.message}`)
}
