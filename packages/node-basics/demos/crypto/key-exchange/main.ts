import { diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto'

const ada = generateKeyPairSync('x25519')
const bob = generateKeyPairSync('x25519')
const eve = generateKeyPairSync('x25519')

const adas = diffieHellman({ privateKey: ada.privateKey, publicKey: bob.publicKey })
const bobs = diffieHellman({ privateKey: bob.privateKey, publicKey: ada.publicKey })
const eves = diffieHellman({ privateKey: eve.privateKey, publicKey: ada.publicKey })

console.log(adas.length, adas.equals(bobs), adas.equals(eves))

const key = Buffer.from(hkdfSync('sha256', adas, '', 'session', 32))
console.log('a key made of it:', key.length, 'bytes,', key.equals(adas) ? 'the same' : 'another')
