import { createHash, webcrypto } from 'node:crypto'

const data = new TextEncoder().encode('hello world!!')

const digest = await webcrypto.subtle.digest('SHA-256', data)
console.log(digest.constructor.name, digest.byteLength)
console.log(Buffer.from(digest).equals(createHash('sha256').update(data).digest()))

await webcrypto.subtle.digest('MD5', data).catch((err: Error) => console.log(err.name))
