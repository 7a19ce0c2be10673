const one = Buffer.from('tea')
const two = Buffer.from('tea')

console.log(one === two, one.equals(two), one.compare(two), one.compare(Buffer.from('teb')))

const names = ['茶', 'a', 'B'].map((name) => Buffer.from(name))
console.log(names.sort(Buffer.compare).map(String))

const request = Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\nbody')
const end = request.indexOf('\r\n\r\n')
console.log(end, request.subarray(end + 4).toString(), request.includes('Host'))
console.log(request.indexOf('nothing'))
