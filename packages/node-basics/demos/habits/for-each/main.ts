import { setImmediate } from 'node:timers/promises'

const price = async (tea: string) => setImmediate(tea.length)
const teas = ['green', 'black', 'white']

let sum = 0
teas.forEach(async (tea) => {
  sum += await price(tea)
})
console.log('after forEach:', sum)

sum = 0
for (const tea of teas) sum += await price(tea)
console.log('after for…of:', sum)

const prices = await Promise.all(teas.map(price))
console.log('Promise.all:', prices)

const kept = teas.filter(async () => false as never)
console.log('filter keeps', kept.length)
