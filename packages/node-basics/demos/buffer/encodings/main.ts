const text = 'é茶😀'

for (const encoding of ['utf8', 'utf16le', 'latin1', 'ascii'] as const) {
  const bytes = Buffer.from(text, encoding)
  const back = bytes.toString(encoding)
  console.log(encoding.padEnd(8), String(bytes.length).padStart(2), back === text, bytes)
}

console.log(text.length, [...text].length, Buffer.byteLength(text))
console.log(Buffer.from('tea').toString('hex'), Buffer.from('tea?>').toString('base64'))
console.log(Buffer.from('tea?>').toString('base64url'))
console.log(Buffer.from('no hex', 'hex').length, Buffer.from('dGV h!', 'base64').toString())
