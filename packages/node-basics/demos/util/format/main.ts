import { format } from 'node:util'

console.log(format('%s costs %d', 'tea', 3))
console.log(format('%d', 'tea'), format('%i', '3.7'), format('%f', '3.7'))
console.log(format('%j', { tea: [1, 2] }), format('%o', [1]), format('%O', { a: 1 }))
console.log(format('50%% of %s'), '|', format('100%', 'left over', 42))

const fromOutside = 'user %s'
console.log(fromOutside, 'secret')
console.log('%s', fromOutside, 'secret')
