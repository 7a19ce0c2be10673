import { fork } from 'node:child_process'
import { once } from 'node:events'

const child = fork(new URL('./kitchen.ts', import.meta.url))
const waiting = new Map<number, (answer: string) => void>()
let questions = 0

child.on('message', ({ id, answer }: { id: number; answer: string }) => {
  console.log('answer to question', id)
  waiting.get(id)?.(answer)
  waiting.delete(id)
})

function ask(tea: string, delay: number): Promise<string> {
  questions += 1
  const id = questions
  child.send({ id, tea, delay })
  return new Promise((resolve) => waiting.set(id, resolve))
}

console.log(await Promise.all([ask('black', 60), ask('green', 0)]))
child.disconnect()
await once(child, 'exit')
console.log('nobody waits any more:', waiting.size)
