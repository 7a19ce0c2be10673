import { promisify } from 'node:util'

class Shop {
  price = 3

  order(count: number, callback: (err: Error | null, sum: number, tax: number) => void): void {
    const { price } = this
    setImmediate(() => {
      const err = count < 1 ? new Error('order something') : null
      callback(err, price * count, 0.2)
    })
  }
}

const shop = new Shop()
const order = promisify<number, number>(shop.order.bind(shop))
console.log(await order(2))
await order(0).catch((err: Error) => console.log(err.message))

const unbound = promisify<number, number>(shop.order)
await unbound(2).catch((err: Error) => console.log('unbound:', err.name))
console.log(await promisify(setTimeout)(5, 'setTimeout has its own way'))
