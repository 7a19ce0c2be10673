let calls = 0
const begun = performance.now()

const interval = setInterval(() => {
  calls += 1
  if (calls === 1) {
    while (performance.now() - begun < 65);
    console.log('blocked during the first call, calls so far:', calls)
    setImmediate(() => console.log('missed ones made up for:', calls > 2))
  }
  if (calls === 4) {
    clearInterval(interval)
    console.log('cleared after', calls)
  }
}, 10)
