const whole = Buffer.from('green tea')
const part = whole.subarray(0, 5)
part.write('black')
console.log(whole.toString())

const list = [1, 2, 3]
const some = list.slice(0, 2)
some[0] = 9
console.log(list)

const copy = Buffer.from(whole.subarray(0, 5))
copy.write('white')
console.log(whole.toString(), '/', copy.toString())
console.log(part.buffer === whole.buffer, copy.buffer === whole.buffer && copy.byteOffset === 0)
