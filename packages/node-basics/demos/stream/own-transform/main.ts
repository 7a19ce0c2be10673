import { Readable, Transform, type TransformCallback } from 'node:stream'

class Lines extends Transform {
  #rest = ''

  constructor() {
    super({ readableObjectMode: true, encoding: 'utf8' })
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const lines = (this.#rest + chunk.toString()).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.push(line)
    done()
  }

  override _flush(done: TransformCallback): void {
    if (this.#rest) this.push(this.#rest)
    done()
  }
}

const chunks = ['green t', 'ea\nblack tea\nwh', 'ite tea']
for await (const line of Readable.from(chunks).pipe(new Lines())) console.log(line)
