const { wrapper } = require('node:module')

console.log(wrapper)
console.log(arguments.length)
console.log(arguments[0] === exports, arguments[1] === require, arguments[2] === module)
console.log(arguments[3] === __filename, arguments[4] === __dirname)
console.log(this === arguments[0])
