import { setTimeout } from 'node:timers/promises'

const teas = (): Promise<string>[] => [
  setTimeout(20, 'black').then((tea) => {
    finished.push(tea)
    return tea
  }),
  setTimeout(10).then(() => Promise.reject<string>(new Error('spilt'))),
  setTimeout(5, 'white'),
]
const finished: string[] = []
const failure = (err: Error) => `${err.name}: ${err.message}`

const combinations: Record<string, (teas: Promise<string>[]) => Promise<unknown>> = {
  all: (teas) => Promise.all(teas).catch(failure),
  race: (teas) => Promise.race(teas),
  any: (teas) => Promise.any(teas),
  allSettled: (teas) =>
    Promise.allSettled(teas).then((settled) => settled.map(({ status }) => status)),
}

for (const [name, combine] of Object.entries(combinations)) {
  const started = teas()
  console.log(name, '→', await combine(started))
  await Promise.allSettled(started)
}
console.log('black was made', finished.length, 'times all the same')
