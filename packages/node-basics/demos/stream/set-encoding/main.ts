import { PassThrough } from 'node:stream'

const tea = Buffer.from('绿茶')

for (const encoding of [undefined, 'utf8', 'hex'] as const) {
  const stream = new PassThrough()
  if (encoding) stream.setEncoding(encoding)
  stream.on('data', (chunk) => console.log(encoding, chunk))
  stream.write(tea.subarray(0, 4))
  stream.end(tea.subarray(4))
  await new Promise((resolve) => stream.on('end', resolve))
}
