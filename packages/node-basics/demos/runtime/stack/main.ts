const STEPS = 100_000

function plain(n: number): number {
  return n === 0 ? 0 : 1 + plain(n - 1)
}

function deferred(n: number, done: () => void): void {
  if (n === 0) done()
  else process.nextTick(deferred, n - 1, done)
}

async function awaited(n: number): Promise<void> {
  for (let left = n; left > 0; left -= 1) await null
}

try {
  console.log(plain(1000))
  plain(STEPS)
} catch (err) {
  console.log(String(err))
}

deferred(STEPS, () => console.log('nextTick: done'))
await new Promise(setImmediate)
await awaited(STEPS)
console.log('await: done')
