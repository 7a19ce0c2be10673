const makeDice = require('./dice.cjs')

const red = makeDice('red')
const blue = makeDice('blue')
red.roll()
red.roll()
blue.roll()
console.log(red.toString(), '/', blue.toString())
