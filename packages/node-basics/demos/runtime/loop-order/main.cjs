const { readFile } = require('node:fs')

readFile(__filename, () => {
  console.log('I/O callback begins')

  setTimeout(() => console.log('timer'), 0)
  setImmediate(() => console.log('immediate (check)'))
  Promise.resolve().then(() => console.log('promise'))
  process.nextTick(() => console.log('nextTick'))

  console.log('I/O callback ends')
})

Promise.resolve().then(() => console.log('first promise'))
process.nextTick(() => console.log('first nextTick'))
console.log('the script ends')
