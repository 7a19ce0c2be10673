import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const args = ['--inspect=127.0.0.1:0', '-e', 'setInterval(() => {}, 1000)']
const env = { ...process.env, NODE_OPTIONS: '' }
const program = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })

const [line] = await once(createInterface(program.stderr), 'line')
const { host, hostname, protocol } = new URL(/ws:\S+/.exec(line)?.[0] ?? '')
console.log('it listens:', protocol, hostname)

const version = await (await fetch(`http://${host}/json/version`)).json()
console.log('a Node:', /^node\.js\/v\d+/.test((version as { Browser: string }).Browser))

const [target] = (await (await fetch(`http://${host}/json/list`)).json()) as Record<
  string,
  string
>[]
console.log(target?.['type'], target?.['description'])
console.log(target?.['devtoolsFrontendUrl']?.split('?')[0])
console.log('an address of its own:', target?.['webSocketDebuggerUrl']?.startsWith(`ws://${host}/`))
program.kill()
await once(program, 'exit')
