const bytes = Buffer.from('绿茶')
const pieces = [bytes.subarray(0, 2), bytes.subarray(2, 4), bytes.subarray(4)]

console.log(Buffer.concat(pieces).toString())
console.log(pieces.reduce((text, piece) => text + piece, ''))

console.log(Buffer.concat(pieces, 3).toString(), Buffer.concat(pieces, 8))
console.log(Buffer.concat([]).length)
