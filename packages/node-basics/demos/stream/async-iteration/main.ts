import { Readable } from 'node:stream'

async function* numbers() {
  try {
    for (let i = 1; i <= 5; i += 1) yield i
  } finally {
    console.log('the source cleans up')
  }
}

const stream = Readable.from(numbers(), { highWaterMark: 1 })
for await (const number of stream) {
  console.log(number)
  if (number === 2) break
}
console.log('destroyed:', stream.destroyed)

try {
  for await (const _ of Readable.from(numbers()).map(() => Promise.reject(new Error('bad')))) break
} catch (err) {
  console.log('thrown by the loop:', (err as Error).message)
}
