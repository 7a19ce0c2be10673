import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import WebSocket from 'ws'

// biome-ignore lint/suspicious/noExplicitAny: each method of the protocol has a shape of its own
type Message = any

/** Starts a program under the inspector and speaks the DevTools protocol with it. */
export async function debugProgram(file: string) {
  const args = ['--inspect-brk=127.0.0.1:0', file]
  const env = { ...process.env, NODE_OPTIONS: '' }
  const program = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'pipe'] })
  const [line] = await once(createInterface(program.stderr), 'line')
  const socket = new WebSocket(/ws:\S+/.exec(line)?.[0] ?? '')
  await once(socket, 'open')

  const receive = (isWanted: (message: Message) => boolean) =>
    new Promise<Message>((resolve) => {
      socket.on('message', (data) => {
        const message = JSON.parse(String(data))
        if (isWanted(message)) resolve(message)
      })
    })

  let lastId = 0
  async function send(method: string, params = {}): Promise<Message> {
    lastId += 1
    const id = lastId
    socket.send(JSON.stringify({ id, method, params }))
    return (await receive((message) => message.id === id)).result
  }
  const event = async (name: string) => (await receive(({ method }) => method === name)).params
  return { program, send, event, close: () => socket.close() }
}
