import { createHmac } from 'node:crypto'

const sign = (message: string, key: string) =>
  createHmac('sha256', key).update(message).digest('hex')

console.log(sign('I love cupcakes', 'abcdefg'))
console.log(sign('I love cupcakes', 'abcdefh') === sign('I love cupcakes', 'abcdefg'))
console.log(sign('I love cupcakes!', 'abcdefg') === sign('I love cupcakes', 'abcdefg'))
