import { execFileSync } from 'node:child_process'

const script = `
  const { argv, execArgv, env, title } = process
  console.log(JSON.stringify({ argv: argv.slice(1), own: execArgv.filter((one) => one[1] === '-' && one !== '-e'), tea: env.TEA, none: env.NONE }))`

const run = (...args: string[]) =>
  JSON.parse(
    execFileSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', TEA: '1' },
    }),
  )

console.log(run('--no-warnings', '-e', script, '--', '--port', '8080', 'a file'))
console.log(run('-e', script, '--', '--no-warnings'))
