const first = require('./counter.cjs')
const second = require('./counter.cjs')

first.increment()
second.increment()
console.log(first === second, first.count)

delete require.cache[require.resolve('./counter.cjs')]
const third = require('./counter.cjs')
console.log(third === first, third.count)
