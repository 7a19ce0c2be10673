import { setTimeout } from 'node:timers/promises'

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const five = [1, 2, 3, 4, 5]

const loop = await time(async () => {
  for (const _ of five) await setTimeout(30)
})
const all = await time(() => Promise.all(five.map(() => setTimeout(30))))

console.log('the loop takes five waits:', loop >= 145)
console.log('all at once take one or two:', all < loop / 2)
