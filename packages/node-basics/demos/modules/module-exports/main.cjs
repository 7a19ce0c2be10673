const greet = require('./greet.cjs')

console.log(Object.keys(greet))
console.log(greet.hello('Ada'))
console.log(greet.goodbye('Ada'))
console.log(typeof secret, typeof greet.secret)
