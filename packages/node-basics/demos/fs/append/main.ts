import { createWriteStream } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'

const folder = await mkdtemp(path.join(tmpdir(), 'demo-'))
const file = path.join(folder, 'log.txt')
const digits = [...'0123456789']

await Promise.all(digits.map((digit) => appendFile(file, `${digit}\n`)))
const lines = (await readFile(file, 'utf8')).trim().split('\n')
console.log(lines.length, lines.sort().join('') === digits.join(''))

await rm(file)
const log = createWriteStream(file, { flags: 'a' })
for (const digit of digits) log.write(digit)
await finished(log.end())
console.log(await readFile(file, 'utf8'))
await rm(folder, { recursive: true })
