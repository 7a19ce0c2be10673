const PERIOD = 20
const begun = performance.now()
let counted = 0

function tick(n: number): void {
  counted += PERIOD
  const busyUntil = performance.now() + 10
  while (performance.now() < busyUntil);

  const elapsed = performance.now() - begun
  if (n === 8) {
    console.log('counted:', counted)
    console.log('the counting clock is slow:', elapsed > counted)
    console.log('by the work of at least five ticks:', elapsed - counted >= 50)
    return
  }
  setTimeout(tick, PERIOD, n + 1)
}

setTimeout(tick, PERIOD, 1)
