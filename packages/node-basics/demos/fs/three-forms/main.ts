import fs from 'node:fs'
import { readFile, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const file = path.join(tmpdir(), `demo-${process.pid}.txt`)

function synchronous(): void {
  fs.writeFileSync(file, 'tea')
  console.log('sync:', fs.readFileSync(file, 'utf8'))
  fs.unlinkSync(file)
}

function callbacks(done: (err: Error | null) => void): void {
  fs.writeFile(file, 'tea', (err) => {
    if (err) return done(err)
    fs.readFile(file, 'utf8', (err, text) => {
      if (err) return done(err)
      console.log('callback:', text)
      fs.unlink(file, done)
    })
  })
}

async function promises(): Promise<void> {
  await writeFile(file, 'tea')
  console.log('promise:', await readFile(file, 'utf8'))
  await unlink(file)
}

synchronous()
console.log('after sync')
callbacks(async (err) => {
  console.log('callback form is done:', err)
  const working = promises()
  console.log('after promises()')
  await working
})
console.log('after callbacks()')
