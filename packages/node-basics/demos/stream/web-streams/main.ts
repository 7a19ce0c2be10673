import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { ReadableStream, TransformStream } from 'node:stream/web'

const words = ReadableStream.from(['green ', 'tea'])
const shout = new TransformStream<string, string>({
  transform: (chunk, controller) => controller.enqueue(chunk.toUpperCase()),
})

const loud = words.pipeThrough(shout)
console.log('locked by the pipe:', words.locked, loud.locked)
console.log(await text(Readable.fromWeb(loud)))

const web = Readable.toWeb(Readable.from(['one', 'two']))
const reader = web.getReader()
console.log(await reader.read())
try {
  web.getReader()
} catch (err) {
  console.log((err as NodeJS.ErrnoException).code)
}
await reader.cancel()
