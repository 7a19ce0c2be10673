import { randomBytes, randomInt, randomUUID } from 'node:crypto'

const bytes = randomBytes(16)
console.log(bytes.length, bytes.toString('hex').length, bytes.toString('base64url').length)
console.log(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(randomUUID()))

const rolls = Array.from({ length: 1000 }, () => randomInt(1, 7))
console.log(Math.min(...rolls), Math.max(...rolls))
console.log(new Set(Array.from({ length: 1000 }, () => randomUUID())).size)

const biased = new Array<number>(6).fill(0)
for (let byte = 0; byte < 256; byte += 1) biased[byte % 6] = (biased[byte % 6] ?? 0) + 1
console.log('a byte % 6:', biased)
