import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'

const file = new URL('../broken-text/poem.txt', import.meta.url)

const chunks: Buffer[] = []
for await (const chunk of createReadStream(file, { highWaterMark: 11 })) chunks.push(chunk)
console.log(chunks.length, 'chunks')
console.log(Buffer.concat(chunks).toString())

const same = await buffer(createReadStream(file, { highWaterMark: 11 }))
console.log(same.equals(Buffer.concat(chunks)))
