import { value } from './slow.ts'
import './quick.ts'

console.log('main:', value)
