import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'

const happens: [string, (stream: PassThrough) => void][] = [
  ['ended', (stream) => stream.end('tea').resume()],
  ['destroyed', (stream) => stream.destroy()],
  ['failed', (stream) => stream.destroy(new Error('cable cut'))],
]

for (const [title, act] of happens) {
  const stream = new PassThrough()
  setImmediate(act, stream)
  await finished(stream).then(
    () => console.log(title, '→ finished'),
    (err: NodeJS.ErrnoException) => console.log(title, '→', err.code ?? err.message),
  )
}
