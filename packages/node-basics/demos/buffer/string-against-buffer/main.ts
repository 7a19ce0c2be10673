import { Writable } from 'node:stream'

const page = '床前明月光，疑是地上霜。'.repeat(2800)
const kept = Buffer.from(page)
const wire = () => new Writable({ write: (_chunk, _encoding, done) => done() })

function milliseconds(chunk: string | Buffer): number {
  const socket = wire()
  const begun = performance.now()
  for (let i = 0; i < 2000; i += 1) socket.write(chunk)
  return performance.now() - begun
}

milliseconds(page)
milliseconds(kept)
const asString = milliseconds(page)
const asBuffer = milliseconds(kept)

console.log(page.length, kept.length)
console.log('the Buffer is faster:', asBuffer < asString)
console.log('at least twice as fast:', asBuffer * 2 < asString)
