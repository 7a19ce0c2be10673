function repeat(defer: (callback: () => void) => void): Promise<number> {
  return new Promise((resolve) => {
    let count = 0
    const again = () => {
      count += 1
      const until = performance.now() + 0.05
      while (performance.now() < until);
      if (count < 1000) defer(again)
    }
    setImmediate(() => {
      setTimeout(() => resolve(count), 1)
      again()
    })
  })
}

const ticks = await repeat((callback) => process.nextTick(callback))
const immediates = await repeat((callback) => void setImmediate(callback))
console.log('nextTick: rounds before the timer', ticks)
console.log('setImmediate: fewer', immediates < 1000)
