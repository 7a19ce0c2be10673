import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const node = process.execPath

const { stdout } = await run(node, ['-p', '"one\\ntwo"'])
console.log(JSON.stringify(stdout))

const code = 'console.log("some output"); console.error("a complaint"); process.exitCode = 3'
try {
  await run(node, ['-e', code])
} catch (err) {
  const failed = err as { code: number; stdout: string; stderr: string }
  console.log(failed.code, JSON.stringify(failed.stdout), JSON.stringify(failed.stderr))
}

await run('no-such-program').catch((err) => console.log(err.code, err.syscall))
