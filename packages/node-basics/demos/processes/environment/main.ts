import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'

const code = 'JSON.stringify([typeof process.env.DEMO_ONE, process.env.DEMO_TWO, process.cwd()])'

function child(env: NodeJS.ProcessEnv, cwd?: string): [string, string?, string?] {
  const text = execFileSync(process.execPath, ['-p', code], { env, cwd, encoding: 'utf8' })
  return JSON.parse(text)
}

process.env['DEMO_ONE'] = 'from the parent'
const replaced = child({ DEMO_TWO: 'green', NODE_OPTIONS: '' })
const added = child({ ...process.env, DEMO_TWO: 'green' }, realpathSync(tmpdir()))

console.log('replaced:', replaced[0], replaced[1], replaced[2] === process.cwd())
console.log('added:   ', added[0], added[1], added[2] === realpathSync(tmpdir()))

process.env['NUMBER'] = 42 as unknown as string
console.log(typeof process.env['NUMBER'])
