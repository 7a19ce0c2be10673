setTimeout(() => {
  console.log('timer 1')
  Promise.resolve()
    .then(() => console.log('  promise'))
    .then(() => console.log('  promise of the promise'))
  process.nextTick(() => console.log('  nextTick'))
  queueMicrotask(() => console.log('  microtask'))
}, 1)
setTimeout(() => console.log('timer 2'), 1)

const until = performance.now() + 5
while (performance.now() < until);
