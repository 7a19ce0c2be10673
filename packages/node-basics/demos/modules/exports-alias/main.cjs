exports.one = 1
module.exports.two = 2
this.three = 3

console.log(module.exports)
console.log(exports === module.exports)
console.log(this === module.exports)
