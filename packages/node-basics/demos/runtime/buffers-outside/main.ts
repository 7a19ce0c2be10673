const MB = 2 ** 20
const before = process.memoryUsage()

const big = Buffer.alloc(100 * MB, 1)

const after = process.memoryUsage()
const grew = (name: keyof NodeJS.MemoryUsage) => (after[name] - before[name]) / MB
console.log('bytes:', big.length / MB, 'MB')
console.log('arrayBuffers grew by', Math.round(grew('arrayBuffers')), 'MB')
console.log('external grew by the same:', Math.round(grew('external')) >= 100)
console.log('heapUsed hardly grew:', grew('heapUsed') < 2)
console.log('more than the heap may hold:', after.external / MB > 40)
