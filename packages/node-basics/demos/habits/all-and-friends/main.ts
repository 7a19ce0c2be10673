import { setTimeout } from 'node:timers/promises'

const teas = () => [
  setTimeout(20, 'black').then((tea) => {
    finished.push(tea)
    return tea
  }),
  setTimeout(10).then(() => Promise.reject(new Error('spilt'))),
  setTimeout(5, 'white'),
]
const finished: string[] = []
const failure = (err: Error) => `${err.name}: ${err.message}`

console.log('all:       ', await Promise.all(teas()).catch(failure))
console.log('race:      ', await Promise.race(teas()))
console.log('any:       ', await Promise.any(teas()))
const settled = await Promise.allSettled(teas())
console.log(
  'allSettled:',
  settled.map(({ status }) => status),
)
console.log('black was made', finished.length, 'times all the same')
