var topLevel = 'a local of the module'
leaked = 'no var, no let, no const'

console.log('globalThis === global', globalThis === global)
console.log('typeof window', typeof window)
console.log('global.topLevel', global.topLevel, '/', topLevel.length)
console.log('global.leaked', global.leaked)
console.log('this === global', this === global, '/ this === exports', this === exports)
console.log(
  (function () {
    return this === global
  })(),
)
console.log(
  (function () {
    'use strict'
    return this
  })(),
)
