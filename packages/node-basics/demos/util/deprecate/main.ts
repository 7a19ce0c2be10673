import { deprecate } from 'node:util'

const brew = deprecate((tea: string) => `a cup of ${tea}`, 'brew() is old: use steep()', 'TEA001')

process.on('warning', ({ name, message }) => {
  console.log(`${name}: ${message}`)
})

console.log(brew('green'))
console.log(brew('black'))
console.log(brew('white'))
