console.log(Buffer.alloc(4), Buffer.alloc(4, 'ab'), Buffer.alloc(3, 1))

const one = Buffer.allocUnsafe(10)
const two = Buffer.allocUnsafe(10)
console.log('pool of 8 KiB or more:', Buffer.poolSize >= 8192, 'shared:', one.buffer === two.buffer)
const cleared = [Buffer.alloc(10), Buffer.alloc(10)] as const
console.log('alloc shares:', cleared[0].buffer === cleared[1].buffer)
const half = Buffer.allocUnsafe(Buffer.poolSize / 2)
console.log('half the pool is too big for it:', half.buffer !== one.buffer)

console.log(one.fill(0).every((byte) => byte === 0))
