console.log('main begins')

import './first.ts'
import './second.ts'

console.log('main ends')
