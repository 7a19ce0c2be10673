import { createReadStream } from 'node:fs'

const file = new URL('../broken-text/poem.txt', import.meta.url)
const stream = createReadStream(file, { highWaterMark: 11 })
stream.setEncoding('utf8')

let text = ''
const lengths: number[] = []
for await (const chunk of stream) {
  text += chunk
  lengths.push(chunk.length)
}

console.log(text)
console.log(lengths)
