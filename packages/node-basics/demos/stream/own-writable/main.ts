import { Writable } from 'node:stream'

class Store extends Writable {
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    console.log('write begins', String(chunk))
    setTimeout(() => {
      console.log('write ends  ', String(chunk))
      done()
    }, 5)
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    console.log('together:', chunks.map(({ chunk }) => String(chunk)).join(', '))
    done()
  }

  override _final(done: () => void): void {
    console.log('final')
    done()
  }
}

const store = new Store()
store.on('finish', () => console.log('finish'))
for (const name of ['one', 'two', 'three']) store.write(name)
store.end('four')
