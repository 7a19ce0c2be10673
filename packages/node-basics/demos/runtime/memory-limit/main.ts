import { spawnSync } from 'node:child_process'

const code = `
  process.on('exit', () => console.log('exit handler'))
  const kept = []
  try {
    for (;;) kept.push(new Array(10_000).fill(kept.length))
  } catch {
    console.log('caught')
  } finally {
    console.log('finally')
  }`

const env = { ...process.env, NODE_OPTIONS: '' }
const flags = ['--max-old-space-size=40', '-e']
const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...flags, code], {
  encoding: 'utf8',
  env,
})
console.log('ended by itself:', status === 0, '/ printed:', JSON.stringify(stdout))
console.log('by a signal or an abort code:', signal !== null || (status ?? 0) > 100)
console.log(/JavaScript heap out of memory/.exec(stderr)?.[0])

const limit = 'v8.getHeapStatistics().heap_size_limit / 2 ** 20'
const megabytes = (...flags: string[]) =>
  Number(spawnSync(process.execPath, [...flags, '-p', limit], { env, encoding: 'utf8' }).stdout)
const young = megabytes('--max-old-space-size=40') - 40
console.log('40 more make 40 more:', megabytes('--max-old-space-size=80') - 80 === young)
