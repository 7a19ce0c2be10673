import { createHash } from 'node:crypto'

const sha256 = (text: string) => createHash('sha256').update(text).digest()

const one = sha256('床前明月光')
const two = sha256('床前明月亮')
let changed = 0
for (const [at, byte] of one.entries()) {
  for (let bits = byte ^ (two[at] ?? 0); bits > 0; bits >>= 1) changed += bits & 1
}

console.log(one.length, 'bytes;', changed, 'bits differ')
console.log(one.toString('hex'))
console.log(one.toString('base64'))
console.log(one.toString('base64url'))
console.log(sha256('').toString('hex').slice(0, 16))
