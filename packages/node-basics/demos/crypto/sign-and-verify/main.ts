import { generateKeyPairSync, sign, verify } from 'node:crypto'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')

const contract = Buffer.from('Ada owes Bob 3 cups of tea.')
const signature = sign(null, contract, privateKey)

console.log(signature.length, 'bytes')
console.log('as signed:  ', verify(null, contract, publicKey, signature))
console.log('forged text:', verify(null, Buffer.from('… 300 cups …'), publicKey, signature))
console.log('other key:  ', verify(null, contract, other.publicKey, signature))

try {
  sign(null, contract, publicKey)
} catch (err) {
  console.log('sign with the public key:', (err as NodeJS.ErrnoException).code)
}
