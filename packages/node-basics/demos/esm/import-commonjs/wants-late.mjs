import { late } from './library.cjs'

console.log('never printed', late)
