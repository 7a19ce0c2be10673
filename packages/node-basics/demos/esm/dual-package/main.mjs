import { createRequire } from 'node:module'
import { Money } from '#hazard'
import { Money as Safe } from '#wrapped'

const require = createRequire(import.meta.url)
const { Money: OtherMoney } = require('#hazard')
const { Money: OtherSafe } = require('#wrapped')

console.log('two files:  ', Money === OtherMoney, new Money(5) instanceof OtherMoney)
console.log('one wrapped:', Safe === OtherSafe, new Safe(5) instanceof OtherSafe)
