const text = Buffer.from('绿茶 tea')
console.log(text.length, text.toString().length, text.toString('utf8', 0, 6))

const image = Buffer.from([0x89, 0x50, 0xff, 0xd8])
const ruined = Buffer.from(image.toString())
console.log(image, ruined)

for (const encoding of ['base64', 'hex', 'latin1'] as const) {
  console.log(encoding, Buffer.from(image.toString(encoding), encoding).equals(image))
}
console.log(JSON.stringify(image))
