import { execFileSync, spawnSync } from 'node:child_process'

setTimeout(() => console.log('the timer fires'), 1)

const { status, stdout, signal } = spawnSync(process.execPath, ['-p', '6 * 7'], {
  encoding: 'utf8',
})
console.log(status, stdout.trim(), signal)

try {
  execFileSync(process.execPath, ['-e', 'process.exit(4)'], { stdio: 'ignore' })
} catch (err) {
  console.log('thrown, status', (err as { status: number }).status)
}
console.log('both children are done')
