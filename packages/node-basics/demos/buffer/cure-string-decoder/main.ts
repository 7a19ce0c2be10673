import { StringDecoder } from 'node:string_decoder'

const bytes = Buffer.from('举头望明月')
const chunks = [bytes.subarray(0, 11), bytes.subarray(11, 14)]

const decoder = new StringDecoder('utf8')
for (const chunk of chunks) console.log(JSON.stringify(decoder.write(chunk)))
console.log('end:', decoder.end())

const chinese = new TextDecoder('gb18030')
const gb = Uint8Array.of(0xbe, 0xd9, 0xcd, 0xb7)
const options = { stream: true }
console.log(chinese.decode(gb.subarray(0, 3), options) + chinese.decode(gb.subarray(3), options))
