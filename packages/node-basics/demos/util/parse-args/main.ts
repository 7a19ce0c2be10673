import { parseArgs } from 'node:util'

const options = {
  verbose: { type: 'boolean', short: 'v' },
  port: { type: 'string', default: '3000' },
  tag: { type: 'string', multiple: true },
} as const

const args = ['-v', '--port', '8080', '--tag', 'a', '--tag', 'b', 'file.txt']
const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
console.log({ ...values }, positionals)

for (const wrong of [['--colour'], ['--port'], ['-v', 'file.txt']]) {
  try {
    parseArgs({ args: wrong, options })
  } catch (err) {
    console.log(wrong.join(' '), '→', (err as NodeJS.ErrnoException).code)
  }
}
