import { types } from 'node:util'
import { runInNewContext } from 'node:vm'

console.log(typeof null, typeof [], typeof (() => {}), typeof 1n)

const foreign = runInNewContext('({ list: [1], date: new Date(0), error: new Error("x") })')
console.log(foreign.list instanceof Array, Array.isArray(foreign.list))
console.log(foreign.date instanceof Date, types.isDate(foreign.date))
console.log(foreign.error instanceof Error, types.isNativeError(foreign.error))

const thenable = { then() {} }
console.log(types.isPromise(Promise.resolve()), types.isPromise(thenable))
console.log(
  types.isProxy(new Proxy({}, {})),
  types.isAsyncFunction(async () => {}),
)
