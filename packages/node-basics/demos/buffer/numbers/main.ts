const big = Buffer.alloc(2)
const little = Buffer.alloc(2)
big.writeUInt16BE(258)
little.writeUInt16LE(258)

console.log(big, little)
console.log(big.readUInt16BE(), big.readUInt16LE())
console.log(Buffer.from([0xff]).readUInt8(), Buffer.from([0xff]).readInt8())

const wide = Buffer.alloc(8)
wide.writeBigUInt64BE(2n ** 53n + 1n)
console.log(wide.readBigUInt64BE(), Number(wide.readBigUInt64BE()))

try {
  big.writeUInt8(256)
} catch (err) {
  console.log((err as NodeJS.ErrnoException).code)
}
