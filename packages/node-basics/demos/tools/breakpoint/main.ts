import { once } from 'node:events'
import { debugProgram } from './devtools.ts'

const { send, event, program, close } = await debugProgram('program.cjs')

await send('Debugger.enable')
const atFirstLine = event('Debugger.paused')
await send('Runtime.runIfWaitingForDebugger')
await atFirstLine

const place = { urlRegex: 'program\\.cjs$', lineNumber: 2, condition: 'n === 3' }
await send('Debugger.setBreakpointByUrl', place)
const atBreakpoint = event('Debugger.paused')
await send('Debugger.resume')

const [frame] = (await atBreakpoint).callFrames
const { callFrameId, functionName, location } = frame
console.log('paused in', functionName, 'on line', location.lineNumber + 1)
const { result } = await send('Debugger.evaluateOnCallFrame', {
  callFrameId,
  expression: 'n * 100',
})
console.log('n * 100 is', result.value)

await send('Debugger.resume')
close()
console.log('exit code', (await once(program, 'exit'))[0])
