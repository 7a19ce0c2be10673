const replaced = require('./replaced.cjs')
const added = require('./added.cjs')
const { ready } = require('./ready.cjs')

console.log('at once: ', replaced, added)
setTimeout(() => console.log('later:   ', replaced, added), 20)
ready.then((value) => console.log('promised:', value))
