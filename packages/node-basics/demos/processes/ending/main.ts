import { spawn } from 'node:child_process'
import { once } from 'node:events'

const forever = ['-e', 'setInterval(() => {}, 1000)']

const killed = spawn(process.execPath, forever)
killed.kill()
console.log('killed: ', await once(killed, 'exit'), killed.killed)

const timed = spawn(process.execPath, forever, { timeout: 50 })
console.log('timeout:', await once(timed, 'exit'))

const giveUp = new AbortController()
const aborted = spawn(process.execPath, forever, { signal: giveUp.signal })
aborted.on('error', (err) => console.log('aborted:', err.name))
giveUp.abort()
console.log('aborted:', await once(aborted, 'exit'))
