import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const secret = 'open sesame'

try {
  timingSafeEqual(Buffer.from('open'), Buffer.from(secret))
} catch (err) {
  console.log((err as NodeJS.ErrnoException).code)
}

const key = randomBytes(32)
const digest = (text: string) => createHmac('sha256', key).update(text).digest()
const isSecret = (text: string) => timingSafeEqual(digest(text), digest(secret))

console.log(isSecret('open'), isSecret('open sesame'), isSecret('open sesamf'))
