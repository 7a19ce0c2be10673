import './first.ts'

console.log('second runs')
