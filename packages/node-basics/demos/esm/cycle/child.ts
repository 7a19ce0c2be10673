import { greet, NAME } from './parent.ts'

console.log(greet())
try {
  console.log(NAME)
} catch (err) {
  console.log(String(err))
}
setImmediate(() => console.log('later:', NAME))
