import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const key = randomBytes(32)

function encrypt(text: string) {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { iv, data, tag: cipher.getAuthTag() }
}

function decrypt({ iv, data, tag }: ReturnType<typeof encrypt>): string {
  const decipher = createDecipheriv('aes-256-gcm', key, iv)
  decipher.setAuthTag(tag)
  return decipher.update(data, undefined, 'utf8') + decipher.final('utf8')
}

const sealed = encrypt('meet me at noon')
console.log(sealed.data.length, sealed.tag.length, decrypt(sealed))

sealed.data.writeUInt8(sealed.data.readUInt8(0) ^ 1, 0)
try {
  console.log(decrypt(sealed))
} catch (err) {
  console.log((err as Error).message)
}
