import { setImmediate, setInterval, setTimeout } from 'node:timers/promises'

console.log(await setTimeout(5, 'a value'))
console.log(await setImmediate('at the next turn'))

const giveUp = new AbortController()
const waiting = setTimeout(60_000, undefined, { signal: giveUp.signal })
await setTimeout(10)
giveUp.abort()
await waiting.catch((err: Error) => console.log(err.name))

let rounds = 0
for await (const value of setInterval(2, 'tick')) {
  rounds += 1
  console.log(value, rounds)
  if (rounds === 3) break
}
