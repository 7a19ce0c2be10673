import { spawnSync } from 'node:child_process'

const handlers = `
  process.once('beforeExit', () => {
    console.log('beforeExit: more work')
    setTimeout(() => console.log('the work is done'), 1)
  })
  process.on('exit', (code) => {
    setTimeout(() => console.log('never printed'), 1)
    console.log('exit', code)
  })`

const endings = {
  'nothing left to do': '',
  'process.exitCode = 3': 'process.exitCode = 3',
  'process.exit(4)': 'setTimeout(() => console.log("lost"), 1); process.exit(4)',
  'a top-level await for ever': '',
}
for (const [title, code] of Object.entries(endings)) {
  const flags = title.startsWith('a top') ? ['--input-type=module'] : []
  const text = flags.length > 0 ? 'await new Promise(() => {})' : `${handlers}\n${code}`
  const { status, stdout } = spawnSync(process.execPath, [...flags, '-e', text], {
    encoding: 'utf8',
  })
  console.log(`${title} → code ${status}`)
  console.log(stdout.replace(/^/gm, '  ').trimEnd())
}
