const memory = new ArrayBuffer(4)
const original = Buffer.from('tea')

console.log(Buffer.from('茶'))
console.log(Buffer.from([1, 256, -1, 2.9]))

const view = Buffer.from(memory)
const copy = Buffer.from(original)
new Uint8Array(memory)[0] = 7
original[0] = 0x54

console.log('over an ArrayBuffer:', view)
console.log('from a Buffer:', copy.toString(), 'original:', original.toString())
console.log(Buffer.from('746561', 'hex').toString(), Buffer.from('dGVh', 'base64').toString())
console.log(Buffer.isBuffer(original), original instanceof Uint8Array)
