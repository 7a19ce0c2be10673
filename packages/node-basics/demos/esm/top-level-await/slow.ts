import { setTimeout } from 'node:timers/promises'

console.log('slow begins')
export const value = await setTimeout(20, 'worth waiting for')
console.log('slow ends')
