import { once } from 'node:events'
import { readFile } from 'node:fs'
import { readFile as read } from 'node:fs/promises'

process.on('uncaughtException', (err) => console.log('uncaught:', err.message))

try {
  readFile('no-such-file', (err) => {
    if (err) throw new Error('thrown in the callback')
  })
} catch {
  console.log('never printed')
}
await once(process, 'uncaughtException')

try {
  await read('no-such-file')
} catch (err) {
  console.log('caught with await:', (err as NodeJS.ErrnoException).code)
}
