import { createReadStream } from 'node:fs'

const file = new URL('./poem.txt', import.meta.url)

let text = ''
for await (const chunk of createReadStream(file, { highWaterMark: 11 })) text += chunk

console.log(text)
console.log('broken:', text.split('�').length - 1)
