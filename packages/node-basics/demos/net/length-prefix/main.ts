import { Readable } from 'node:stream'

function frame(text: string): Buffer {
  const body = Buffer.from(text)
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  return Buffer.concat([head, body])
}

async function* messages(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let kept: Buffer = Buffer.alloc(0)
  for await (const chunk of stream) {
    kept = Buffer.concat([kept, chunk])
    while (kept.length >= 4 && kept.length >= 4 + kept.readUInt32BE()) {
      const end = 4 + kept.readUInt32BE()
      yield kept.toString('utf8', 4, end)
      kept = kept.subarray(end)
    }
  }
}

const bytes = Buffer.concat(['green tea', '茶', '', 'a longer message'].map(frame))
const pieces = Array.from({ length: Math.ceil(bytes.length / 5) }, (_, i) =>
  bytes.subarray(i * 5, i * 5 + 5),
)
console.log(pieces.length, 'pieces')
for await (const message of messages(Readable.from(pieces))) console.log(JSON.stringify(message))
