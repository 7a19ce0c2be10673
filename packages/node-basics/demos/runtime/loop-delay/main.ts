import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

function block(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

await setTimeout(50)
const before = performance.eventLoopUtilization()
await setTimeout(100)
const idle = performance.eventLoopUtilization(before)

const start = performance.eventLoopUtilization()
block(100)
await setTimeout(10)
const busy = performance.eventLoopUtilization(start)
delay.disable()

console.log('worst delay at least 90 ms:', delay.max / 1e6 >= 90)
console.log('mostly busy:', busy.utilization > 0.5)
console.log('waiting was idler than that:', idle.utilization < busy.utilization)
